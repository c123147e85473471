package org.colloquy.speech;

import java.util.List;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.sound.Sound;

/** An engine with one loaded model. Its native memory is freed by {@link #close}. */
public interface Recogniser extends AutoCloseable {
    /** "whisper" or "vosk". */
    String engine();

    Model model();

    /**
     * Hears the whole sound where somebody speaks.
     *
     * @param activity where in the sound somebody speaks
     * @param watch told how far it is, and asked whether to go on
     */
    Heard recognise(Sound sound, Activity activity, Watch watch);

    @Override
    void close();

    /**
     * @param words in order, without speakers
     */
    record Heard(String language, List<Word> words) {
        public Heard {
            words = List.copyOf(words);
        }
    }

    /** Who waits for the words. */
    interface Watch {
        /**
         * @param fraction of the sound that is heard, 0 to 1
         * @throws org.colloquy.common.Problem.Cancelled where the work is to stop
         */
        void heard(double fraction);
    }
}
