package org.colloquy.speech.live;

import org.colloquy.common.Text;

/** What people are told beside captions. */
final class LiveSentences {
    static final Text NOTHING = Text.asItIs("");
    static final Text BUSY =
            Text.of(
                    "The machine is busy: some words are left out here. The "
                            + "recording has them all.");
    static final Text SOON = Text.of("Captions come in a moment.");
    static final Text AGAIN =
            Text.of("Captions stopped and begin again in a moment. The recording goes on.");
    static final Text GIVEN_UP =
            Text.of(
                    "Captions failed several times and stay off. The recording goes "
                            + "on, and the transcript is made from it.");

    private LiveSentences() {}
}
