package org.colloquy.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.colloquy.embedding.Embedder;
import org.colloquy.embedding.Embedding;
import org.colloquy.redaction.Hidden;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Turn;
import org.colloquy.transcript.Word;
import org.jspecify.annotations.Nullable;

/** The words of a transcript without those that are hidden, and the passages in them. */
final class Discussion {
    private static final int TOPIC_WORDS = 3;

    /** A passage that begins later in its turn is no answer to what was asked before the turn. */
    private static final int NEAR_WORDS = 60;

    /**
     * A passage with what was asked before it.
     *
     * @param words without the question
     */
    record Cut(List<Word> words, String question) {}

    private record Said(Word word, int turn, @Nullable Integer speaker) {}

    private final List<Said> said = new ArrayList<>();

    Discussion(Transcript transcript, Hidden hidden) {
        for (Turn turn : transcript.turns()) {
            for (Word word : turn.words()) {
                if (!hidden.hides(word.startMillis(), word.endMillis())) {
                    said.add(new Said(word, turn.id(), turn.speaker()));
                }
            }
        }
    }

    /** From one word to another, in reading order; empty where one is not there. */
    List<Word> between(int firstWord, int lastWord) {
        List<Word> between = new ArrayList<>();
        boolean inside = false;
        for (Said one : said) {
            inside |= one.word().id() == firstWord;
            if (inside) {
                between.add(one.word());
            }
            if (one.word().id() == lastWord) {
                return inside ? between : List.of();
            }
        }
        return List.of();
    }

    /**
     * What somebody else asked right before a word: the end of the turn before, where it has a
     * question mark; empty where nothing was asked.
     */
    String questionBefore(int wordId) {
        int at = 0;
        while (at < said.size() && said.get(at).word().id() != wordId) {
            at++;
        }
        if (at == said.size()) {
            return "";
        }
        int end = at;
        while (end > 0 && said.get(end - 1).turn() == said.get(at).turn()) {
            end--;
        }
        if (at - end > NEAR_WORDS
                || end == 0
                || Objects.equals(said.get(end - 1).speaker(), said.get(at).speaker())) {
            return "";
        }
        int asked = end;
        while (asked > 0 && !said.get(asked - 1).word().text().endsWith("?")) {
            asked--;
        }
        int turn = said.get(end - 1).turn();
        if (asked == 0 || said.get(asked - 1).turn() != turn) {
            return "";
        }
        int from = asked;
        while (from > 0
                && said.get(from - 1).turn() == turn
                && asked - from < Sentences.MOST_WORDS) {
            from--;
        }
        return text(words(from, asked));
    }

    static String text(List<Word> words) {
        return String.join(" ", words.stream().map(Word::text).toList());
    }

    /**
     * The passages, each about one thing.
     *
     * @param embedder null: cut by turns, questions and length alone
     */
    List<Cut> passages(@Nullable Embedder embedder) {
        List<int[]> sentences = sentences();
        List<String> texts = sentences.stream().map(span -> text(words(span[0], span[1]))).toList();
        List<float[]> vectors =
                embedder == null
                        ? texts.stream().map(text -> new float[0]).toList()
                        : embedder.embed(texts, false).stream().map(Embedding::vector).toList();
        List<Segmentation.Unit> units = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            int[] span = sentences.get(i);
            units.add(
                    new Segmentation.Unit(
                            vectors.get(i),
                            span[1] - span[0],
                            said.get(span[0]).word().startMillis(),
                            said.get(span[1] - 1).word().endMillis(),
                            said.get(span[0]).turn(),
                            texts.get(i).endsWith("?")));
        }
        List<Cut> cuts = new ArrayList<>();
        for (Segmentation.Span span : Segmentation.cut(units)) {
            int answer = answerIn(span, sentences, units);
            int first = sentences.get(answer)[0];
            int end = sentences.get(span.to() - 1)[1];
            List<Word> words = words(first, end);
            if (words.size() >= Segmentation.FEWEST_WORDS) {
                cuts.add(new Cut(words, text(words(sentences.get(span.from())[0], first))));
            }
        }
        return cuts;
    }

    /** The first sentence after questions of somebody else; that of the span where none are. */
    private int answerIn(
            Segmentation.Span span, List<int[]> sentences, List<Segmentation.Unit> units) {
        int last = lastQuestion(span, units);
        if (last < 0 || last + 1 >= span.to()) {
            return span.from();
        }
        Integer asks = said.get(sentences.get(last)[0]).speaker();
        Integer answers = said.get(sentences.get(last + 1)[0]).speaker();
        boolean sameVoice = Objects.equals(asks, answers);
        boolean sameTurn = units.get(last).turn() == units.get(last + 1).turn();
        return sameVoice || sameTurn ? span.from() : last + 1;
    }

    /** Of those at its beginning, with what leads to them in the same turn; -1: none. */
    private static int lastQuestion(Segmentation.Span span, List<Segmentation.Unit> units) {
        int turn = units.get(span.from()).turn();
        int last = -1;
        for (int i = span.from(); i < span.to() && units.get(i).turn() == turn; i++) {
            last = units.get(i).asks() ? i : last;
        }
        return last;
    }

    /** From the first word of each sentence to the one after its last; none goes over a turn. */
    private List<int[]> sentences() {
        List<int[]> spans = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= said.size(); i++) {
            if (i == said.size() || said.get(i).turn() != said.get(i - 1).turn()) {
                int next = from;
                for (int length :
                        Sentences.lengths(
                                said.subList(from, i).stream()
                                        .map(one -> one.word().text())
                                        .toList())) {
                    spans.add(new int[] {next, next + length});
                    next += length;
                }
                from = i;
            }
        }
        return spans;
    }

    private List<Word> words(int from, int to) {
        return said.subList(from, to).stream().map(Said::word).toList();
    }

    /** For each passage a few words that tell it from the others, in reading order. */
    static List<List<Integer>> topics(List<Cut> cuts) {
        Map<String, Integer> inHowMany = new HashMap<>();
        List<List<List<String>>> stems = new ArrayList<>();
        for (Cut cut : cuts) {
            List<List<String>> own =
                    cut.words().stream().map(word -> SharedWords.stems(word.text())).toList();
            stems.add(own);
            Set<String> distinct = new HashSet<>();
            own.forEach(distinct::addAll);
            distinct.forEach(stem -> inHowMany.merge(stem, 1, Integer::sum));
        }
        return IntStream.range(0, cuts.size())
                .mapToObj(i -> topic(cuts.get(i), stems.get(i), inHowMany, cuts.size()))
                .toList();
    }

    private static List<Integer> topic(
            Cut cut, List<List<String>> stems, Map<String, Integer> inHowMany, int passages) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < stems.size(); i++) {
            for (String stem : stems.get(i)) {
                if (stem.length() > 3 && stem.chars().allMatch(Character::isLetter)) {
                    double rare = Math.log(1 + (double) passages / inHowMany.getOrDefault(stem, 1));
                    weights.merge(stem, rare * Math.min(stem.length(), 8) / 8, Double::sum);
                    first.putIfAbsent(stem, i);
                }
            }
        }
        List<Integer> places =
                weights.entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Double>comparingByValue(
                                        Comparator.reverseOrder()))
                        .limit(TOPIC_WORDS)
                        .map(entry -> Objects.requireNonNull(first.get(entry.getKey())))
                        .distinct()
                        .sorted()
                        .toList();
        List<Integer> chosen =
                places.size() >= 2 ? places : List.of(0, Math.min(1, stems.size() - 1));
        return chosen.stream().map(i -> cut.words().get(i).id()).distinct().toList();
    }
}
