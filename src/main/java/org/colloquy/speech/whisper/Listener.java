package org.colloquy.speech.whisper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.colloquy.speech.Recogniser.Numbered;
import org.colloquy.speech.Word;
import org.colloquy.speech.activity.Omissions;
import org.colloquy.speech.activity.Window;
import org.colloquy.speech.sound.Sound;

/** Hears batches on one thread, and once more what cannot be trusted at the first try. */
final class Listener implements Lanes.Lane<List<Numbered>> {
    /** Seconds of speech that a second hearing must find words for, to be worth more. */
    private static final double LEAST_GAIN = 1;

    /** Silence after each window; without it the last word is often lost. */
    static final int SILENCE = Sound.RATE / 2;

    private final Encoder encoder;
    private final Decoder decoder;
    private final Vocabulary vocabulary;
    private final SharedHearing hearing;
    private final LaneMemory memory;

    Listener(Encoder encoder, Decoder decoder, Vocabulary vocabulary, SharedHearing hearing) {
        this.encoder = encoder;
        this.decoder = decoder;
        this.vocabulary = vocabulary;
        this.hearing = hearing;
        memory = new LaneMemory(hearing.windows, hearing.frames);
    }

    @Override
    public void accept(List<Numbered> batch) {
        try {
            hearing.begins(batch);
            hearing.heard(batch, listen(batch));
        } catch (RuntimeException | Error failed) {
            hearing.failed(failed);
            throw failed;
        }
    }

    /** The words of each window. */
    private List<List<Word>> listen(List<Numbered> numbered) {
        List<Window> batch = numbered.stream().map(Numbered::window).toList();
        Encoded heard = encode(batch, frames(batch), hearing::encoded);
        String code =
                hearing.language(numbered, () -> likeliest(decoder.rankLanguages(heard, memory)));
        WordBuilder builder = new WordBuilder(vocabulary, code, hearing.sound);
        int language = vocabulary.language(code).orElseThrow();
        List<Hypothesis> said = decode(batch, heard, language, new Chooser.Likeliest());
        List<List<Word>> words = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Hypothesis one = said.get(i);
            if (one.silent()) {
                words.add(List.of());
            } else {
                List<Word> first =
                        one.trusted(vocabulary)
                                ? builder.words(batch.get(i), one)
                                : again(batch.get(i), language, builder);
                words.add(completed(batch.get(i), first, language, builder));
            }
        }
        return words;
    }

    private String likeliest(double[] scores) {
        return vocabulary.languages().entrySet().stream()
                .max(Comparator.comparingDouble(entry -> scores[entry.getValue()]))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    private Encoded encode(List<Window> batch, int frames, Consumer<Window> done) {
        int count = frames * Encoder.FRAME;
        List<float[]> samples =
                batch.stream().map(window -> window.samples(hearing.sound, count)).toList();
        Iterator<Window> order = batch.iterator();
        return encoder.encode(samples, memory, () -> done.accept(order.next()));
    }

    private List<Hypothesis> decode(
            List<Window> batch, Encoded heard, int language, Chooser chooser) {
        int[] frames =
                batch.stream()
                        .mapToInt(window -> Math.ceilDiv(window.length(), Encoder.FRAME))
                        .toArray();
        return decoder.decode(heard, frames, language, chooser, memory);
    }

    /**
     * With silence up to half a minute, as the model was trained: in shorter windows it now and
     * then repeats itself and finds no end. Else in halves, and each by itself with rising
     * temperature; what fails then is left out.
     */
    private List<Word> again(Window window, int language, WordBuilder builder) {
        Encoded whole = encode(List.of(window), Encoder.MOST_FRAMES, encoded -> {});
        Hypothesis said = decodeOne(window, whole, language, new Chooser.Likeliest());
        if (said.trusted(vocabulary)) {
            return builder.words(window, said);
        }
        List<Word> words = new ArrayList<>();
        for (Window half : hearing.packer.halves(window)) {
            Encoded heard = encode(List.of(half), Encoder.MOST_FRAMES, encoded -> {});
            Retry.first(chooser -> decodeOne(half, heard, language, chooser), vocabulary)
                    .ifPresent(one -> words.addAll(builder.words(half, one)));
        }
        return words;
    }

    /**
     * Where speech was passed over, both halves by themselves, if they have more of it: what misled
     * the model is then mostly in the other half.
     */
    private List<Word> completed(
            Window window, List<Word> words, int language, WordBuilder builder) {
        double omitted = Omissions.seconds(window, words, hearing.activity);
        List<Window> halves =
                omitted == 0 || words.isEmpty() ? List.of() : hearing.packer.halves(window);
        if (halves.size() < 2) {
            return words;
        }
        List<Word> anew = new ArrayList<>();
        double left = 0;
        for (Window half : halves) {
            Encoded heard = encode(List.of(half), frames(List.of(half)), encoded -> {});
            Hypothesis said = decodeOne(half, heard, language, new Chooser.Likeliest());
            List<Word> first = said.trusted(vocabulary) ? builder.words(half, said) : List.of();
            List<Word> some = completed(half, first, language, builder);
            left += Omissions.seconds(half, some, hearing.activity);
            anew.addAll(some);
        }
        boolean more = anew.size() > words.size() && left <= omitted - LEAST_GAIN;
        return more ? anew : words;
    }

    private Hypothesis decodeOne(Window one, Encoded heard, int language, Chooser chooser) {
        return decode(List.of(one), heard, language, chooser).getFirst();
    }

    @Override
    public void close() {
        memory.close();
    }

    /** Of the longest of them, with the silence after it. */
    static int frames(List<Window> windows) {
        int longest = windows.stream().mapToInt(Window::length).max().orElseThrow();
        return Math.min(Encoder.MOST_FRAMES, Math.ceilDiv(longest + SILENCE, Encoder.FRAME));
    }
}
