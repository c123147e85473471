package org.colloquy.speech;

import java.util.List;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Span;

/**
 * How the time of a transcription is shared among its steps, so that the fraction that is announced
 * grows evenly. Only the proportions count.
 *
 * @param finding where somebody speaks, over the whole recording
 * @param loading the engine
 * @param listening to what is said
 * @param speakers telling them apart
 */
record Workload(double finding, double loading, double listening, double speakers) {
    /** Seconds on one core for a second of sound, and once: measured, see decision 10. */
    private static final double FINDING = 0.0017;

    private static final double LOADING = 1;
    private static final double WHISPER = 0.026;
    private static final double VOSK = 0.12;
    private static final double VOICES = 0.006;

    /**
     * While nobody knows where somebody speaks: everywhere. What is left later is less, not more.
     */
    static Workload before(double seconds, Engine engine, boolean byVoice, int threads) {
        double listening = engine == Engine.VOSK ? VOSK : WHISPER;
        return new Workload(
                FINDING * seconds,
                LOADING,
                listening * seconds / threads,
                byVoice ? VOICES * seconds / threads : 0);
    }

    /** The same, now that it is known where somebody speaks. */
    Workload with(Activity activity, double seconds) {
        List<Span> spans = activity.spans();
        double speech = spans.stream().mapToDouble(Span::seconds).sum() / Math.max(seconds, 1e-3);
        return spans.isEmpty()
                ? new Workload(finding, 0, 0, 0)
                : new Workload(finding, loading, listening * speech, speakers * speech);
    }

    double foundAt(double fraction) {
        return of(fraction * finding);
    }

    double heardAt(double fraction) {
        return of(finding + loading + fraction * listening);
    }

    double speakersAt(double fraction) {
        return of(finding + loading + listening + fraction * speakers);
    }

    private double of(double done) {
        double all = finding + loading + listening + speakers;
        return all <= 0 ? 1 : Math.min(1, done / all);
    }
}
