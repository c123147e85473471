package org.colloquy.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colloquy.redaction.Masking;
import org.colloquy.redaction.Masks;
import org.colloquy.redaction.Veil;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was said in a session and the tags over it, with what is redacted hidden: the index is
 * everybody's.
 */
final class SpokenStore {
    record Spoken(List<Source.TurnSource> turns, List<Source.TagSource> tags) {}

    /** A turn while its words are gathered. */
    private static final class Said {
        private final String transcript;
        private final String recording;
        private final int turn;
        private final @Nullable String speaker;
        private final List<TimedWords.Word> words = new ArrayList<>();

        Said(String transcript, String recording, int turn, @Nullable String speaker) {
            this.transcript = transcript;
            this.recording = recording;
            this.turn = turn;
            this.speaker = speaker;
        }

        Source.TurnSource withCriteria(Set<String> criteria) {
            return new Source.TurnSource(transcript, recording, turn, speaker, words, criteria);
        }
    }

    /** A tag's row; its words come from the transcript. */
    private record TagRow(String transcript, int lastWord, Source.TagSource tag) {}

    private SpokenStore() {}

    static Spoken read(Handle handle, String sessionId, Masks masks) {
        List<Said> said = said(handle, sessionId);
        Map<String, List<TimedWords.Word>> wordsByTranscript = new LinkedHashMap<>();
        for (Said turn : said) {
            wordsByTranscript
                    .computeIfAbsent(turn.transcript, id -> new ArrayList<>())
                    .addAll(turn.words);
        }
        Map<String, Veil> veils = new HashMap<>();
        said.forEach(turn -> veils.computeIfAbsent(turn.recording, id -> masks.veil(handle, id)));
        Map<String, Map<Integer, Set<String>>> criteriaByWord = new LinkedHashMap<>();
        List<Source.TagSource> tags = new ArrayList<>();
        for (TagRow row : tags(handle, sessionId)) {
            List<TimedWords.Word> passage =
                    passage(wordsByTranscript.getOrDefault(row.transcript(), List.of()), row);
            Map<Integer, Set<String>> byWord =
                    criteriaByWord.computeIfAbsent(row.transcript(), id -> new LinkedHashMap<>());
            for (TimedWords.Word word : passage) {
                byWord.computeIfAbsent(word.id(), id -> new HashSet<>()).add(row.tag().criterion());
            }
            tags.add(hidden(withWords(row.tag(), passage), passage, veils));
        }
        said.forEach(turn -> hide(turn.words, veil(veils, turn.recording)));
        List<Source.TurnSource> turns = new ArrayList<>();
        for (Said turn : said) {
            Map<Integer, Set<String>> byWord =
                    criteriaByWord.getOrDefault(turn.transcript, Map.of());
            Set<String> criteria = new HashSet<>();
            turn.words.forEach(word -> criteria.addAll(byWord.getOrDefault(word.id(), Set.of())));
            turns.add(turn.withCriteria(criteria));
        }
        return new Spoken(turns, tags);
    }

    private static Veil veil(Map<String, Veil> veils, String recording) {
        return veils.getOrDefault(recording, Veil.NONE);
    }

    private static void hide(List<TimedWords.Word> words, Veil veil) {
        if (!veil.isEmpty()) {
            words.replaceAll(word -> hidden(word, veil));
        }
    }

    private static TimedWords.Word hidden(TimedWords.Word word, Veil veil) {
        return veil.hides(word.startMillis(), word.endMillis())
                ? new TimedWords.Word(
                        word.id(), Masking.BLOCK, word.startMillis(), word.endMillis())
                : word;
    }

    /**
     * A quote that is not what is said now is hidden whole: nobody knows which of its words are.
     */
    private static Source.TagSource hidden(
            Source.TagSource tag, List<TimedWords.Word> passage, Map<String, Veil> veils) {
        Veil veil = veil(veils, tag.recording());
        if (veil.isEmpty()) {
            return tag;
        }
        List<TimedWords.Word> words = tag.words().stream().map(word -> hidden(word, veil)).toList();
        return new Source.TagSource(
                tag.id(),
                tag.recording(),
                tag.criterion(),
                tag.criterionNumber(),
                tag.criterionText(),
                words.isEmpty() ? Masking.maskAll(tag.quote()) : TimedWords.text(words),
                veil.reason(tag.id(), isHidden(tag, passage, veil), tag.reason()),
                tag.firstWord(),
                tag.startMillis(),
                tag.endMillis(),
                words);
    }

    private static List<Said> said(Handle handle, String sessionId) {
        Map<String, Said> turns = new LinkedHashMap<>();
        handle.createQuery(
                        SourceStore.SHOWN_TRANSCRIPTS
                                + """
                                SELECT shown.transcript_id, shown.recording_id, w.turn_id, w.id,
                                    w.text, w.start_ms, w.end_ms, n.name AS speaker_name
                                FROM shown
                                JOIN turn t ON t.transcript_id = shown.transcript_id
                                JOIN word w ON w.transcript_id = t.transcript_id AND w.turn_id = t.id
                                LEFT JOIN speaker_name n
                                    ON n.transcript_id = t.transcript_id AND n.speaker = t.speaker
                                WHERE shown.session_id = :session
                                ORDER BY shown.recording_id, t.position, w.position
                                """)
                .bind("session", sessionId)
                .map(
                        (row, context) -> {
                            String transcript = row.getString("transcript_id");
                            String recording = row.getString("recording_id");
                            int turn = row.getInt("turn_id");
                            String speaker = row.getString("speaker_name");
                            turns.computeIfAbsent(
                                            transcript + ":" + turn,
                                            key -> new Said(transcript, recording, turn, speaker))
                                    .words
                                    .add(
                                            new TimedWords.Word(
                                                    row.getInt("id"),
                                                    row.getString("text"),
                                                    Math.toIntExact(row.getLong("start_ms")),
                                                    Math.toIntExact(row.getLong("end_ms"))));
                            return turn;
                        })
                .forEach(turn -> {});
        return List.copyOf(turns.values());
    }

    private static List<TagRow> tags(Handle handle, String sessionId) {
        return handle.createQuery(
                        SourceStore.SHOWN_TRANSCRIPTS
                                + """
                                SELECT shown.transcript_id, shown.recording_id, tag.id,
                                    tag.criterion_id, c.number, c.text, tag.quote, tag.reason,
                                    tag.first_word, tag.last_word, tag.start_ms, tag.end_ms
                                FROM shown
                                JOIN tag ON tag.transcript_id = shown.transcript_id
                                JOIN criterion c ON c.id = tag.criterion_id
                                WHERE shown.session_id = :session AND tag.state <> 'withdrawn'
                                ORDER BY shown.recording_id, tag.start_ms, tag.id
                                """)
                .bind("session", sessionId)
                .map(
                        (row, context) ->
                                new TagRow(
                                        row.getString("transcript_id"),
                                        row.getInt("last_word"),
                                        new Source.TagSource(
                                                row.getString("id"),
                                                row.getString("recording_id"),
                                                row.getString("criterion_id"),
                                                row.getString("number"),
                                                row.getString("text"),
                                                row.getString("quote"),
                                                row.getString("reason"),
                                                row.getInt("first_word"),
                                                row.getLong("start_ms"),
                                                row.getLong("end_ms"),
                                                List.of())))
                .list();
    }

    /** Whether all words of a tag's passage are hidden; where it has none, those said there. */
    private static boolean isHidden(
            Source.TagSource tag, List<TimedWords.Word> passage, Veil veil) {
        return passage.isEmpty()
                ? veil.hides(tag.startMillis(), tag.endMillis())
                : passage.stream()
                        .allMatch(word -> veil.hides(word.startMillis(), word.endMillis()));
    }

    /** From the first word to the last in reading order; by time where one of them is gone. */
    private static List<TimedWords.Word> passage(List<TimedWords.Word> words, TagRow row) {
        int first = place(words, row.tag().firstWord());
        int last = place(words, row.lastWord());
        if (first >= 0 && last >= first) {
            return words.subList(first, last + 1);
        }
        return words.stream()
                .filter(
                        word ->
                                word.startMillis() < row.tag().endMillis()
                                        && word.endMillis() > row.tag().startMillis())
                .toList();
    }

    private static int place(List<TimedWords.Word> words, int id) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).id() == id) {
                return i;
            }
        }
        return -1;
    }

    private static Source.TagSource withWords(Source.TagSource tag, List<TimedWords.Word> passage) {
        if (!TimedWords.text(passage).equals(tag.quote())) {
            return tag;
        }
        return new Source.TagSource(
                tag.id(),
                tag.recording(),
                tag.criterion(),
                tag.criterionNumber(),
                tag.criterionText(),
                tag.quote(),
                tag.reason(),
                tag.firstWord(),
                tag.startMillis(),
                tag.endMillis(),
                passage);
    }
}
