package org.colloquy.speech.live;

import org.colloquy.common.Text;

/** Who waits for captions. Called from one thread at a time, which must not be held up. */
public interface LiveListener {
    /** How captions are. */
    enum State {
        LOADING("loading"),
        LISTENING("listening"),
        BEHIND("behind"),
        UNAVAILABLE("unavailable");

        private final String text;

        State(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    void said(int channel, Caption caption);

    /**
     * @param message a sentence for the person, empty where all is well
     */
    void state(State state, Text message);

    /**
     * Nothing more comes. Told once, except where the hearing was closed.
     *
     * @param gaveUp it failed, and trying again will not help
     */
    void over(boolean gaveUp);
}
