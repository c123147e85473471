package org.colloquy.speech.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.colloquy.speech.activity.LiveActivity;
import org.colloquy.speech.activity.Span;
import org.colloquy.speech.sound.Sound;
import org.jspecify.annotations.Nullable;

/**
 * One channel for an engine that hears windows, not streams. The sound since the last cut is heard
 * again and again as it grows; words on which two hearings agree stay. It is cut at pauses, and
 * where nobody pauses, behind words that stay. Only what the voice detector passes is heard.
 */
public final class RollingEar implements LiveEar {
    /** The engine. */
    public interface Windows {
        /**
         * @param samples at most half a minute
         * @param thoroughly takes longer, where what it said before could not be trusted
         * @return words in the time of these samples; empty: what it says cannot be trusted
         */
        Optional<List<CaptionWord>> hear(float[] samples, boolean thoroughly);
    }

    /** New sound that is worth another hearing. */
    private static final double STEP_SECONDS = 0.5;

    /** A pause after which what was said is heard once more, and stays. */
    private static final double PAUSE_SECONDS = 0.6;

    /** Sound that the engine gets before and after speech. */
    private static final double LEAD_SECONDS = 0.15;

    /** Speech from which the engine can make anything. */
    private static final double LEAST_SECONDS = 0.35;

    /** From here on the sound is cut in a short pause, then behind any word that stays. */
    private static final double LONG_SECONDS = 9;

    private static final double LONGER_SECONDS = 14;

    /** The engine takes half a minute and needs silence behind it. */
    private static final double MOST_SECONDS = 28;

    private static final double SHORT_PAUSE_SECONDS = 0.12;

    /** How far beside detected speech a word may lie. */
    private static final double BESIDE_SECONDS = 0.25;

    private final Windows engine;
    private final LiveActivity activity;
    private final LongSupplier nanoTime;
    private final Agreement agreement = new Agreement();
    private float[] sound = new float[0];

    /** The place of the first sample that is kept. */
    private long from;

    private double heardUntil;
    private int distrusted;
    private long restUntilNanos;
    private boolean rests;
    private final List<CaptionWord> settled = new ArrayList<>();
    private List<CaptionWord> shown = List.of();

    /**
     * @param nanoTime as {@link System#nanoTime}: between two hearings it rests as long as one took
     */
    public RollingEar(Windows engine, LiveActivity activity, LongSupplier nanoTime) {
        this.engine = engine;
        this.activity = activity;
        this.nanoTime = nanoTime;
    }

    @Override
    public void add(short[] samples) {
        activity.add(samples);
        int length = sound.length;
        sound = Arrays.copyOf(sound, length + samples.length);
        for (int i = 0; i < samples.length; i++) {
            sound[length + i] = samples[i] / 32768f;
        }
        if (sound.length > MOST_SECONDS * Sound.RATE) {
            hearOut(now());
        }
    }

    @Override
    public void skip(long samples) {
        if (sound.length > 0) {
            hearOut(now());
        }
        activity.skip(samples);
        from += samples;
        heardUntil = now();
    }

    @Override
    public @Nullable Caption listen() {
        List<Span> spans = activity.spansSince(seconds(from));
        double known = activity.knownSeconds();
        if (spans.isEmpty()) {
            agreement.dropOpen();
            cut(known - 2 * LEAD_SECONDS);
            heardUntil = known;
        } else if (known - spans.getLast().endSeconds() >= PAUSE_SECONDS) {
            hearOut(spans.getLast().endSeconds() + LEAD_SECONDS);
        } else if (isDue(spans, known)) {
            hearOn(spans);
        }
        return news();
    }

    @Override
    public Caption finish() {
        hearOut(now());
        Caption last = news();
        return last == null ? Caption.NOTHING : last;
    }

    private @Nullable Caption news() {
        if (settled.isEmpty() && shown.equals(agreement.open())) {
            return null;
        }
        shown = agreement.open();
        Caption caption = new Caption(settled, shown);
        settled.clear();
        return caption;
    }

    private boolean isDue(List<Span> spans, double known) {
        double speech = spans.stream().mapToDouble(Span::seconds).sum();
        double fresh = spans.stream().mapToDouble(span -> span.overlap(heardUntil, known)).sum();
        boolean rested = !rests || nanoTime.getAsLong() - restUntilNanos >= 0;
        return rested && speech >= LEAST_SECONDS && now() - heardUntil >= STEP_SECONDS && fresh > 0;
    }

    /** Somebody is speaking: what is heard may change. */
    private void hearOn(List<Span> spans) {
        double end = now();
        Optional<List<CaptionWord>> words = hear(spans, end, distrusted >= 2);
        heardUntil = end;
        if (words.isEmpty()) {
            distrusted++;
            return;
        }
        distrusted = 0;
        settled.addAll(agreement.heard(words.get(), end));
        if (end - seconds(from) > LONG_SECONDS) {
            shorten(spans, end);
        }
    }

    /** What is there up to that time is heard for the last time, and goes. */
    private void hearOut(double end) {
        List<Span> spans =
                activity.spansSince(seconds(from)).stream()
                        .filter(span -> span.startSeconds() < end)
                        .toList();
        if (!spans.isEmpty()) {
            Optional<List<CaptionWord>> words = hear(spans, end, false);
            if (words.isEmpty()) {
                words = hear(spans, end, true);
            }
            settled.addAll(words.map(agreement::settled).orElseGet(agreement::settled));
        }
        agreement.dropOpen();
        distrusted = 0;
        cut(end);
        heardUntil = end;
    }

    private Optional<List<CaptionWord>> hear(List<Span> spans, double end, boolean thoroughly) {
        long begun = nanoTime.getAsLong();
        double start = Math.max(seconds(from), spans.getFirst().startSeconds() - LEAD_SECONDS);
        int first = index(start);
        float[] window = Arrays.copyOfRange(sound, first, Math.max(first, index(end)));
        Optional<List<CaptionWord>> words =
                window.length == 0
                        ? Optional.of(List.of())
                        : engine.hear(window, thoroughly)
                                .map(heard -> inSpeech(heard, start, spans));
        long ended = nanoTime.getAsLong();
        restUntilNanos = ended + (ended - begun);
        rests = true;
        return words;
    }

    private static List<CaptionWord> inSpeech(
            List<CaptionWord> words, double shift, List<Span> spans) {
        return words.stream()
                .map(word -> CaptionWord.of(word.text(), word.start() + shift, word.end() + shift))
                .filter(
                        word ->
                                spans.stream()
                                        .anyMatch(
                                                span ->
                                                        span.overlap(
                                                                        word.start()
                                                                                - BESIDE_SECONDS,
                                                                        word.end() + BESIDE_SECONDS)
                                                                > 0))
                .toList();
    }

    /** Cuts a long sound: in its last short pause with only words that stay before it. */
    private void shorten(List<Span> spans, double end) {
        List<CaptionWord> fixed = agreement.fixed();
        if (fixed.isEmpty()) {
            return;
        }
        double last = fixed.getLast().end();
        double next = agreement.open().isEmpty() ? end : agreement.open().getFirst().start();
        double best = -1;
        for (int i = 1; i < spans.size(); i++) {
            double gapStart = spans.get(i - 1).endSeconds();
            double gapEnd = spans.get(i).startSeconds();
            double middle = (gapStart + gapEnd) / 2;
            boolean behindFixed = middle > seconds(from) + 1 && gapStart < next && middle <= next;
            if (behindFixed && gapEnd - gapStart >= SHORT_PAUSE_SECONDS) {
                best = middle;
            }
        }
        if (best < 0 && end - seconds(from) > LONGER_SECONDS) {
            best = (last + Math.max(last, next)) / 2;
        }
        if (best > 0) {
            cut(best);
        }
    }

    private void cut(double seconds) {
        int index = index(seconds);
        if (index > 0) {
            sound = Arrays.copyOfRange(sound, index, sound.length);
            from += index;
            agreement.cut(seconds);
        }
    }

    private int index(double seconds) {
        return Math.clamp(Math.round(seconds * Sound.RATE) - from, 0, sound.length);
    }

    private double now() {
        return seconds(from + sound.length);
    }

    private static double seconds(long samples) {
        return samples / (double) Sound.RATE;
    }

    @Override
    public void close() {
        activity.close();
    }
}
