package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.colloquy.speech.SpeechResult;

/** What an engine gave, in whole milliseconds and in an order of time that never goes backwards. */
final class Heard {
    /** So many words on each side of a part may be heard in it: some three seconds. */
    private static final int EDGE_WORDS = 8;

    private Heard() {}

    /** The engine's words as they are kept for ever. */
    static List<MachineWord> machineWords(SpeechResult result) {
        List<MachineWord> heard = new ArrayList<>(result.words().size());
        long latest = 0;
        for (org.colloquy.speech.Word word : result.words()) {
            latest = Math.max(latest, millis(word.startSeconds()));
            heard.add(
                    new MachineWord(
                            heard.size() + 1,
                            word.text(),
                            latest,
                            Math.max(latest, millis(word.endSeconds())),
                            word.confidence(),
                            word.speaker()));
        }
        return heard;
    }

    /**
     * The words that people read at first: one for each of the machine's, more where that has white
     * space in it, none where nothing of it can be seen. Where two people speak at once the earlier
     * word ends when the later one starts.
     */
    static List<TurnBuilder.Spoken> words(List<MachineWord> heard) {
        List<TurnBuilder.Spoken> words = new ArrayList<>(heard.size());
        for (int i = 0; i < heard.size(); i++) {
            MachineWord machine = heard.get(i);
            long end =
                    i + 1 < heard.size()
                            ? Math.min(machine.endMillis(), heard.get(i + 1).startMillis())
                            : machine.endMillis();
            List<String> texts = WordText.words(machine.text());
            long[] boundaries = Shares.of(machine.startMillis(), end, texts);
            for (int k = 0; k < texts.size(); k++) {
                Word word =
                        new Word(
                                words.size() + 1,
                                texts.get(k),
                                boundaries[k],
                                boundaries[k + 1],
                                machine.confidence(),
                                machine.id());
                words.add(new TurnBuilder.Spoken(word, machine.speaker()));
            }
        }
        return words;
    }

    /**
     * The machine words of a transcript of which a part was heard anew: outside the part the old
     * ones, within it the new ones, numbered again and in order of time. An engine that hears a
     * part may put what is said at its edge a little too early or late: what reads as an old word
     * outside the part and stands for it is not taken a second time.
     */
    static Carrying.Again joined(List<MachineWord> old, List<MachineWord> heard, Stretch part) {
        List<MachineWord> joined = new ArrayList<>();
        int from = 0;
        while (from < old.size() && middle(old, from) < part.fromMillis()) {
            add(joined, old.get(from++));
        }
        int to = from;
        while (to < old.size() && middle(old, to) < part.toMillis()) {
            to++;
        }
        List<MachineWord> inside =
                heard.stream()
                        .filter(word -> part.holds((word.startMillis() + word.endMillis()) / 2.0))
                        .toList();
        Set<Integer> twice = saidOutside(old, from, to, inside);
        for (int i = 0; i < inside.size(); i++) {
            if (!twice.contains(i)) {
                add(joined, inside.get(i));
            }
        }
        int heardTo = joined.size() + 1;
        old.subList(to, old.size()).forEach(word -> add(joined, word));
        return new Carrying.Again(joined, from + 1, heardTo, part);
    }

    /**
     * Places of the words heard in a part that are old words outside it.
     *
     * @param from place of the first old word of the part
     * @param to place after its last
     */
    private static Set<Integer> saidOutside(
            List<MachineWord> old, int from, int to, List<MachineWord> inside) {
        int first = Math.max(0, from - EDGE_WORDS);
        int last = Math.min(old.size(), to + EDGE_WORDS);
        int[] partners = TimedMatch.partners(tokens(old.subList(first, last)), tokens(inside));
        Set<Integer> outside = new HashSet<>();
        for (int i = 0; i < partners.length; i++) {
            int place = first + i;
            if (partners[i] >= 0
                    && (place < from || place >= to)
                    && WordText.sameWords(old.get(place).text(), inside.get(partners[i]).text())) {
                outside.add(partners[i]);
            }
        }
        return outside;
    }

    private static List<TimedMatch.Token> tokens(List<MachineWord> words) {
        return words.stream()
                .map(
                        word ->
                                new TimedMatch.Token(
                                        List.of(word.text()), word.startMillis(), word.endMillis()))
                .toList();
    }

    /** Of the word as it is read at first: it ends where the next one starts. */
    private static double middle(List<MachineWord> heard, int index) {
        MachineWord word = heard.get(index);
        long end =
                index + 1 < heard.size()
                        ? Math.min(word.endMillis(), heard.get(index + 1).startMillis())
                        : word.endMillis();
        return (word.startMillis() + end) / 2.0;
    }

    private static void add(List<MachineWord> joined, MachineWord word) {
        long earliest = joined.isEmpty() ? 0 : joined.getLast().startMillis();
        long start = Math.max(earliest, word.startMillis());
        joined.add(
                new MachineWord(
                        joined.size() + 1,
                        word.text(),
                        start,
                        Math.max(start, word.endMillis()),
                        word.confidence(),
                        word.speaker()));
    }

    /** What could not be transcribed. */
    static List<Gap> gaps(SpeechResult result) {
        return result.gaps().stream()
                .map(gap -> new Gap(millis(gap.startSeconds()), millis(gap.endSeconds())))
                .toList();
    }

    /** All that were told apart, each under its first name. */
    static List<Speaker> speakers(List<MachineWord> heard) {
        return heard.stream()
                .map(MachineWord::speaker)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(Speaker::unnamed)
                .toList();
    }

    static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }
}
