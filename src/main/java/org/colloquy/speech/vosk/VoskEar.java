package org.colloquy.speech.vosk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.colloquy.speech.Word;
import org.colloquy.speech.activity.LiveActivity;
import org.colloquy.speech.live.Caption;
import org.colloquy.speech.live.CaptionWord;
import org.colloquy.speech.live.LiveEar;
import org.colloquy.speech.sentences.Sentences;
import org.colloquy.speech.sound.Sound;
import org.jspecify.annotations.Nullable;

/**
 * One channel for Vosk. It gets no sound while nobody has spoken for a while: it would make words
 * of noise, and take as long for it as for speech.
 */
final class VoskEar implements LiveEar {
    /** Silence after which Vosk rests; it ends an utterance by itself long before. */
    private static final double REST_SECONDS = 2.5;

    /** Sound before the first voice that Vosk gets too: the detector answers a little late. */
    private static final int LEAD = Sound.RATE / 2;

    /** Sound that Vosk needs after a word to know it. */
    private static final double BEHIND_SECONDS = 0.3;

    /** How far beside its guessed place a word's voice may be. */
    private static final double NEAR_SECONDS = 0.3;

    private final NativeVosk.Ear ear;
    private final LiveActivity activity;
    private final String language;
    private final List<CaptionWord> over = new ArrayList<>();
    private short[] lead = new short[0];
    private long position;

    /** Where what Vosk is hearing began; less than 0: it rests. */
    private long begun = -1;

    /** Where the last word of the utterance before ends. */
    private double wordsUntil;

    private boolean changed;
    private List<CaptionWord> open = List.of();

    VoskEar(NativeVosk.Ear ear, LiveActivity activity, String language) {
        this.ear = ear;
        this.activity = activity;
        this.language = language;
    }

    @Override
    public void add(short[] samples) {
        activity.add(samples);
        long before = position;
        position += samples.length;
        if (begun >= 0) {
            hear(samples);
            if (seconds(position) - activity.lastVoiceSeconds() > REST_SECONDS) {
                rest();
            }
        } else if (activity.mostSince(seconds(before) - 0.1) > 0.5f) {
            begun = before - lead.length;
            wordsUntil = seconds(before);
            hear(lead);
            hear(samples);
            lead = new short[0];
        } else {
            lead = ending(lead, samples);
        }
    }

    private static short[] ending(short[] before, short[] samples) {
        short[] both = Arrays.copyOf(before, before.length + samples.length);
        System.arraycopy(samples, 0, both, before.length, samples.length);
        return Arrays.copyOfRange(both, Math.max(0, both.length - LEAD), both.length);
    }

    private void hear(short[] samples) {
        List<NativeVosk.Heard> utterance = ear.hear(samples);
        if (!utterance.isEmpty()) {
            over.addAll(readable(utterance));
            wordsUntil = seconds(begun) + utterance.getLast().endSeconds();
        }
        changed = true;
    }

    private void rest() {
        over.addAll(readable(ear.finish()));
        begun = -1;
        changed = true;
    }

    @Override
    public void skip(long samples) {
        if (begun >= 0) {
            rest();
        }
        activity.skip(samples);
        position += samples;
        lead = new short[0];
    }

    @Override
    public @Nullable Caption listen() {
        if (!changed) {
            return null;
        }
        changed = false;
        List<CaptionWord> now = begun < 0 ? List.of() : captions(soFar());
        // Times of words that have none yet change with every moment; that is no news.
        if (over.isEmpty() && texts(now).equals(texts(open))) {
            return null;
        }
        open = now;
        return taken();
    }

    @Override
    public Caption finish() {
        if (begun >= 0) {
            rest();
        }
        open = List.of();
        return taken();
    }

    private static List<String> texts(List<CaptionWord> words) {
        return words.stream().map(CaptionWord::text).toList();
    }

    private Caption taken() {
        Caption caption = new Caption(over, open);
        over.clear();
        return caption;
    }

    private List<CaptionWord> readable(List<NativeVosk.Heard> heard) {
        return captions(Sentences.set(inSpeech(heard), language, List.of()));
    }

    private List<Word> soFar() {
        NativeVosk.SoFar soFar = ear.soFar();
        List<Word> words = new ArrayList<>(inSpeech(soFar.weighed()));
        words.addAll(newest(soFar));
        return words;
    }

    /** Words without times share out what was heard since the last that has some. */
    private List<Word> newest(NativeVosk.SoFar soFar) {
        List<String> texts = soFar.newest();
        double start =
                soFar.weighed().isEmpty()
                        ? firstVoice()
                        : seconds(begun) + soFar.weighed().getLast().endSeconds();
        double end = Math.max(start, seconds(position) - BEHIND_SECONDS);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            double from = start + (end - start) * i / texts.size();
            double to = start + (end - start) * (i + 1) / texts.size();
            if (!VoskRecogniser.isNoWord(texts.get(i))
                    && activity.mostBetween(from - NEAR_SECONDS, to + NEAR_SECONDS)
                            >= WordEvidence.VOICE) {
                words.add(new Word(texts.get(i), from, to, 1, null));
            }
        }
        return words;
    }

    /** Where the utterance begins that is not over. */
    private double firstVoice() {
        return activity.spansSince(wordsUntil).stream()
                .mapToDouble(span -> Math.max(wordsUntil, span.startSeconds()))
                .findFirst()
                .orElse(wordsUntil);
    }

    /** Those that the sound bears out, as for a transcript, in time since the first sample. */
    private List<Word> inSpeech(List<NativeVosk.Heard> heard) {
        if (heard.isEmpty()) {
            return List.of();
        }
        LiveActivity.Recent recent = activity.since(seconds(begun));
        WordEvidence evidence = new WordEvidence(recent.activity());
        double shift = seconds(begun) - recent.startSeconds();
        List<Word> kept = new ArrayList<>();
        for (NativeVosk.Heard one : heard) {
            double start = one.startSeconds() + shift;
            if (start < 0 || VoskRecogniser.isNoWord(one.text())) {
                continue;
            }
            double end = Math.max(start, one.endSeconds() + shift);
            double confidence = Math.clamp(one.confidence(), 0, 1);
            Word word = new Word(one.text(), start, end, confidence, null);
            if (evidence.spoken(word) && evidence.believed(evidence.rated(word))) {
                kept.add(
                        word.withTimes(start + recent.startSeconds(), end + recent.startSeconds()));
            }
        }
        return kept;
    }

    private static List<CaptionWord> captions(List<Word> words) {
        return words.stream()
                .map(word -> CaptionWord.of(word.text(), word.startSeconds(), word.endSeconds()))
                .toList();
    }

    private static double seconds(long samples) {
        return samples / (double) Sound.RATE;
    }

    @Override
    public void close() {
        ear.close();
        activity.close();
    }
}
