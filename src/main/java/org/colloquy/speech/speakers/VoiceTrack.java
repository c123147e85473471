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
        List<Place> places = places(phrases);
        List<VoiceMoment> track = new ArrayList<>();
        for (int from = 0; from < places.size(); from += WINDOWS_AT_ONCE) {
            List<Place> some =
                    places.subList(from, Math.min(places.size(), from + WINDOWS_AT_ONCE));
            List<float[]> voices =
                    encoder.encode(some.stream().map(place -> place.window(sound)).toList());
            for (int i = 0; i < voices.size(); i++) {
                Place place = some.get(i);
                track.add(new VoiceMoment(place.middle, place.phrase, place.pause, voices.get(i)));
            }
            progress.accept(some.getLast().phrase.endSeconds() / sound.durationSeconds());
        }
        return track;
    }

    private static List<Place> places(List<Span> phrases) {
        List<Place> places = new ArrayList<>();
        double before = phrases.isEmpty() ? 0 : phrases.getFirst().startSeconds();
        for (Span phrase : phrases) {
            double pause = Math.max(0, phrase.startSeconds() - before);
            before = phrase.endSeconds();
            middles(phrase).forEach(middle -> places.add(new Place(middle, phrase, pause)));
        }
        return places;
    }

    /**
     * Where a voice is listened to. The sound is read when its turn comes: an hour of it, window by
     * window, would not fit into memory.
     */
    private record Place(double middle, Span phrase, double pause) {
        /** Of a phrase shorter than the window the sound is repeated: silence is nobody's voice. */
        float[] window(Sound sound) {
            if (phrase.seconds() >= WINDOW_SECONDS) {
                long start = Math.round((middle - WINDOW_SECONDS / 2) * Sound.RATE);
                return sound.mix(start, VoiceEncoder.WINDOW);
            }
            int length = (int) (phrase.seconds() * Sound.RATE);
            float[] samples = sound.mix(Math.round(phrase.startSeconds() * Sound.RATE), length);
            float[] window = new float[VoiceEncoder.WINDOW];
            for (int i = 0; i < window.length; i++) {
                window[i] = samples[i % length];
            }
            return window;
        }
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
}
