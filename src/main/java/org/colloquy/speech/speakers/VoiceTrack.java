package org.colloquy.speech.speakers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
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
            Sound sound, List<Span> phrases, VoiceEncoder encoder, DoubleConsumer progress) {
        List<VoiceMoment> track = new ArrayList<>();
        List<Place> places = new ArrayList<>();
        List<float[]> windows = new ArrayList<>();
        double before = phrases.isEmpty() ? 0 : phrases.getFirst().startSeconds();
        for (int i = 0; i < phrases.size(); i++) {
            Span phrase = phrases.get(i);
            double pause = Math.max(0, phrase.startSeconds() - before);
            before = phrase.endSeconds();
            for (double middle : middles(phrase)) {
                places.add(new Place(middle, phrase, pause));
                windows.add(window(sound, phrase, middle));
            }
            boolean last = i == phrases.size() - 1;
            if (windows.size() >= WINDOWS_AT_ONCE || last) {
                List<float[]> voices = encoder.encode(windows);
                for (int k = 0; k < voices.size(); k++) {
                    Place place = places.get(k);
                    track.add(
                            new VoiceMoment(
                                    place.middle, place.phrase, place.pause, voices.get(k)));
                }
                places.clear();
                windows.clear();
                progress.accept(phrase.endSeconds() / sound.durationSeconds());
            }
        }
        return track;
    }

    private record Place(double middle, Span phrase, double pause) {}

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
