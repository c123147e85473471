package org.colloquy.suggestion;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.colloquy.common.Text;
import org.colloquy.evidence.Tag;
import org.colloquy.redaction.Hidden;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Word;

/** Stored passages in the light of the present words, tags and refusals. */
final class Shown {
    private static final int SHOWN = 3;

    /** Less likely ones are not shown; by {@link Ranking}'s scale. */
    private static final double LEAST_SCORE = 0.3;

    /** A passage of which fewer words are as they were is another one. */
    private static final double SAME_WORDS = 0.75;

    private final Map<String, String> numbers;
    private final Map<Integer, Integer> places = new HashMap<>();
    private final List<Word> words;
    private final Hidden hidden;
    private final List<Tag> tags;
    private final List<SuggestionStore.Refusal> refusals;
    private int dropped;

    /**
     * @param numbers of the criteria, by their ids
     */
    Shown(
            Map<String, String> numbers,
            Transcript transcript,
            Hidden hidden,
            List<Tag> tags,
            List<SuggestionStore.Refusal> refusals) {
        this.numbers = Map.copyOf(numbers);
        this.words = transcript.words();
        this.hidden = hidden;
        this.tags = tags.stream().filter(tag -> tag.state() != Tag.State.WITHDRAWN).toList();
        this.refusals = refusals.stream().filter(one -> !one.takenBack()).toList();
        for (int i = 0; i < words.size(); i++) {
            places.put(words.get(i).id(), i);
        }
    }

    /** How many were not shown since their words changed. */
    int dropped() {
        return dropped;
    }

    Optional<Suggested> passage(SuggestionStore.Found found) {
        Integer first = places.get(found.firstWord());
        Integer last = places.get(found.lastWord());
        if (first == null || last == null || last < first || !isSame(found, first, last)) {
            dropped++;
            return Optional.empty();
        }
        List<Suggested.Likely> likely =
                found.criteria().stream()
                        .filter(one -> one.score() >= LEAST_SCORE)
                        .filter(one -> isOpen(one.criterionId(), first, last))
                        .limit(SHOWN)
                        .map(
                                one ->
                                        new Suggested.Likely(
                                                one.criterionId(),
                                                one.score(),
                                                visible(one.words()),
                                                because(
                                                        one.criterionId(),
                                                        one.reason(),
                                                        visible(one.words()))))
                        .toList();
        return Optional.of(
                new Suggested(
                        found.id(),
                        found.firstWord(),
                        found.lastWord(),
                        words.get(first).startMillis(),
                        words.get(last).endMillis(),
                        texts(visible(found.topic())),
                        likely));
    }

    private boolean isSame(SuggestionStore.Found found, int first, int last) {
        Map<Integer, Integer> left = new HashMap<>();
        found.hashes().forEach(hash -> left.merge(hash, 1, Integer::sum));
        int same = 0;
        int now = 0;
        for (Word word : words.subList(first, last + 1)) {
            if (hidden.hides(word.startMillis(), word.endMillis())) {
                continue;
            }
            now++;
            if (left.merge(word.text().hashCode(), -1, Integer::sum) >= 0) {
                same++;
            }
        }
        return now > 0 && same >= SAME_WORDS * Math.max(now, found.hashes().size());
    }

    /** Neither tagged there nor refused there: half of the passage decides. */
    private boolean isOpen(String criterionId, int first, int last) {
        return tags.stream()
                        .filter(tag -> tag.criterion().id().equals(criterionId))
                        .noneMatch(tag -> meets(tag.firstWord(), tag.lastWord(), first, last))
                && refusals.stream()
                        .filter(one -> one.criterionId().equals(criterionId))
                        .noneMatch(one -> meets(one.firstWord(), one.lastWord(), first, last));
    }

    private boolean meets(int firstWord, int lastWord, int first, int last) {
        Integer from = places.get(firstWord);
        Integer to = places.get(lastWord);
        if (from == null || to == null) {
            return false;
        }
        int both = Math.min(to, last) - Math.max(from, first) + 1;
        return both * 2 >= Math.min(to - from, last - first) + 1;
    }

    private List<Integer> visible(List<Integer> ids) {
        return ids.stream()
                .filter(
                        id -> {
                            Integer place = places.get(id);
                            return place != null
                                    && !hidden.hides(
                                            words.get(place).startMillis(),
                                            words.get(place).endMillis());
                        })
                .toList();
    }

    private String texts(List<Integer> ids) {
        return String.join(" ", plain(ids, SHOWN + 1));
    }

    private List<String> plain(List<Integer> ids, int most) {
        return ids.stream()
                .map(id -> words.get(Objects.requireNonNull(places.get(id))).text())
                .map(text -> text.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", ""))
                .filter(text -> !text.isEmpty())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .limit(most)
                .toList();
    }

    Text because(String criterionId, Match.Reason reason, List<Integer> ids) {
        Map<String, Object> of = Map.of("criterion", number(criterionId));
        String spoken = String.join(", ", plain(ids, SHOWN + 1));
        return switch (reason) {
            case QUESTION -> Text.of("answers a question that was planned for {criterion}", of);
            case EXAMPLE -> Text.of("like a passage that was tagged to {criterion}", of);
            case WORDS ->
                    spoken.isEmpty()
                            ? Text.of("is about something alike")
                            : Text.of("speaks of {words}", Map.of("words", spoken));
        };
    }

    private Object number(String criterionId) {
        String number = numbers.get(criterionId);
        return number == null ? Text.of("it") : number;
    }
}
