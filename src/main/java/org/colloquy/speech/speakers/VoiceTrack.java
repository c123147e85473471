package org.colloquy.speech.speakers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Span;
import org.colloquy.speech.sound.Sound;

/** The voices of a recording, moment by moment where somebody speaks. */
final class VoiceTrack {
    /** Between two moments. */
    private static final double STEP_SECONDS = 0.4;

    /** Too short to say whose voice it is. */
    private static final double SHORTEST_SPAN = 0.25;

    private static final int WINDOWS_AT_ONCE = 64;
    private static final double WINDOW_SECONDS = VoiceEncoder.WINDOW / (double) Sound.RATE;

    private VoiceTrack() {}

    static List<VoiceMoment> of(
            Sound sound, Activity activity, VoiceEncoder encoder, DoubleConsumer progress) {
        List<VoiceMoment> track = new ArrayList<>();
        List<Double> middles = new ArrayList<>();
        List<Integer> spans = new ArrayList<>();
        List<float[]> windows = new ArrayList<>();
        for (int i = 0; i < activity.spans().size(); i++) {
            Span span = activity.spans().get(i);
            for (double middle : middles(span)) {
                middles.add(middle);
                spans.add(i);
                windows.add(window(sound, span, middle));
            }
            boolean last = i == activity.spans().size() - 1;
            if (windows.size() >= WINDOWS_AT_ONCE || last) {
                List<float[]> voices = encoder.encode(windows);
                for (int k = 0; k < voices.size(); k++) {
                    track.add(moment(activity, middles.get(k), spans.get(k), voices.get(k)));
                }
                middles.clear();
                spans.clear();
                windows.clear();
                progress.accept(span.endSeconds() / sound.durationSeconds());
            }
        }
        return track;
    }

    private static VoiceMoment moment(Activity activity, double seconds, int span, float[] voice) {
        Span own = activity.spans().get(span);
        double pause =
                span == 0 ? 0 : own.startSeconds() - activity.spans().get(span - 1).endSeconds();
        double heard = Math.min(own.seconds(), WINDOW_SECONDS);
        return new VoiceMoment(seconds, span, Math.max(0, pause), heard, voice);
    }

    /** Evenly over the span; the window of each lies within it where it is long enough. */
    private static List<Double> middles(Span span) {
        if (span.seconds() < SHORTEST_SPAN) {
            return List.of();
        }
        double room = span.seconds() - WINDOW_SECONDS;
        if (room <= 0) {
            return List.of((span.startSeconds() + span.endSeconds()) / 2);
        }
        int steps = (int) Math.ceil(room / STEP_SECONDS);
        List<Double> middles = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            middles.add(span.startSeconds() + WINDOW_SECONDS / 2 + room * i / steps);
        }
        return middles;
    }

    /** Of a span shorter than the window the sound is repeated: silence is nobody's voice. */
    private static float[] window(Sound sound, Span span, double middle) {
        if (span.seconds() >= WINDOW_SECONDS) {
            long start = Math.round((middle - WINDOW_SECONDS / 2) * Sound.RATE);
            return sound.mix(start, VoiceEncoder.WINDOW);
        }
        int length = (int) (span.seconds() * Sound.RATE);
        float[] samples = sound.mix(Math.round(span.startSeconds() * Sound.RATE), length);
        float[] window = new float[VoiceEncoder.WINDOW];
        for (int i = 0; i < window.length; i++) {
            window[i] = samples[i % length];
        }
        return window;
    }
}
