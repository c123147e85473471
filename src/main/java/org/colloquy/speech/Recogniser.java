package org.colloquy.speech;

import java.util.List;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Window;
import org.colloquy.speech.sound.Sound;

/** An engine with one loaded model. Its native memory is freed by {@link #close}. */
public interface Recogniser extends AutoCloseable {
    /** "whisper" or "vosk". */
    String engine();

    Model model();

    /**
     * What it hears one at a time, in order of time: all speech, cut at pauses. The same for the
     * same sound, so that another process can go on where this one stopped.
     *
     * @param activity where in the sound somebody speaks
     */
    List<Window> windows(Sound sound, Activity activity);

    /**
     * Hears windows, in what order and how many together is its own choice.
     *
     * @param windows of those that {@link #windows} gave for this sound and activity
     * @param watch gets the words of each, and is told how far it is
     */
    void recognise(Sound sound, Activity activity, List<Numbered> windows, Watch watch);

    @Override
    void close();

    /**
     * A window by its place among all of the recording's.
     *
     * @param number from 0
     */
    record Numbered(int number, Window window) {}

    /** Who waits for the words. Called from one thread at a time. */
    interface Watch {
        /** The language is known: that of all windows. */
        void language(String code);

        /** These windows are being heard from now on, until their words are told. */
        void begins(List<Integer> numbers);

        /**
         * @param words of that window, in order, without speakers
         */
        void heard(int number, List<Word> words);

        /**
         * @param fraction of the sound of all windows given that is heard, 0 to 1
         */
        void progress(double fraction);
    }
}
