package org.colloquy.transcript;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Hashes;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.evidence.Reanchoring;
import org.colloquy.history.History;
import org.colloquy.history.Undone;

/**
 * Many random edits in a row on one transcript, with everything that must hold counted after each:
 * by a test, and by the benchmark that prints it as a table. Every run with the same numbers does
 * the same.
 */
public final class RandomEdits {
    /** What is done, and how many of a hundred edits it is. */
    public enum Kind {
        WORDS_REPLACED(18),
        WORDS_PUT_IN(12),
        WORDS_TAKEN_OUT(10),
        TYPED_BACK_AS_HEARD(4),
        TURN_EMPTIED(2),
        TURN_SPLIT(8),
        TURNS_JOINED(6),
        BORDER_MOVED(8),
        SPEAKER_GIVEN(6),
        FOUND_AND_REPLACED(4),
        CHECKED(6),
        UNDONE(10),
        REDONE(6);

        private final int share;

        Kind(int share) {
            this.share = share;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * What came of it.
     *
     * @param edits of each kind that were done; those that were refused or changed nothing are not
     *     counted
     * @param kept words that an edit left alone and that are as they were, added up over all edits
     * @param moved words that an edit left alone and that have another id or other times
     * @param violations of what must hold, each with a sentence
     * @param undone how many steps were taken back at the end, to the beginning
     */
    public record Outcome(
            Map<Kind, Integer> edits, long kept, long moved, List<String> violations, int undone) {
        public int count() {
            return edits.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private static final String[] SPOKEN =
            ("we the a team and so they I it service user plan agency partner carer support"
                            + " review meeting because when said first then risk policy home visit"
                            + " nurse doctor school family child adult record note share need")
                    .split(" ");

    private final Random random;
    private final Transcripts transcripts;
    private final Corrections corrections;
    private final SpeakerChanges speakers;
    private final TurnCuts cuts;
    private final Replacements replacements;
    private final Checks checks;
    private final History history;
    private final Database database;
    private final String person;
    private final String recording;
    private final String id;
    private final Map<Kind, Integer> edits = new EnumMap<>(Kind.class);
    private final List<String> violations = new ArrayList<>();
    private final Set<Integer> everUsed = new HashSet<>();
    private final Deque<String> undoTo = new ArrayDeque<>();
    private final Deque<String> redoTo = new ArrayDeque<>();
    private String lastStep = "";
    private long kept;
    private long moved;

    private RandomEdits(Path folder, int words, int tagCount, long seed) {
        random = new Random(seed);
        database = Database.open(folder);
        SettableClock clock = SettableClock.atTen();
        Rows rows = new Rows(database);
        transcripts = new Transcripts(database);
        Reanchoring reanchoring = new Reanchoring(database, transcripts);
        history = Rows.history(database, clock);
        WordSteps steps = new WordSteps(database, clock, reanchoring);
        Deltas deltas = new Deltas(database);
        corrections = new Corrections(database, clock, history, reanchoring, changed -> {});
        speakers = new SpeakerChanges(database, clock, transcripts, history, changed -> {});
        cuts = new TurnCuts(database, history, deltas, changed -> {});
        replacements =
                new Replacements(database, clock, history, deltas, reanchoring, changed -> {});
        checks = new Checks(database, clock, history, deltas, steps);
        history.register(steps);
        history.register(checks);
        person = rows.person("Ann", "assessor");
        String unit = rows.unit("Unit", List.of("1.1", "1.2", "2.1"));
        String enrolment = rows.enrolment(rows.person("Lee", "learner"), unit, person, null);
        recording = rows.recording(rows.session(enrolment, person), person, "ready", words * 400L);
        Transcript stored =
                Speech.store(
                        new Hearings(database, clock, transcripts, reanchoring, changed -> {}),
                        transcripts,
                        recording,
                        Speech.heard(spoken(words), words * 0.4));
        id = stored.id();
        List<Word> all = stored.words();
        for (int i = 0; i < tagCount; i++) {
            int first = random.nextInt(all.size() - 40);
            int last = first + random.nextInt(40);
            tag(
                    all.subList(first, last + 1),
                    rows.criterion(unit, List.of("1.1", "1.2", "2.1").get(i % 3)));
        }
        all.forEach(word -> everUsed.add(word.id()));
    }

    private void tag(List<Word> words, String criterion) {
        database.jdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        """
                                        INSERT INTO tag (id, transcript_id, criterion_id, first_word,
                                            last_word, start_ms, end_ms, quote, reason, state,
                                            created_by, created_at)
                                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'because', 'active', ?, 0)
                                        """,
                                        Id.create(),
                                        id,
                                        criterion,
                                        words.getFirst().id(),
                                        words.getLast().id(),
                                        words.getFirst().startMillis(),
                                        words.getLast().endMillis(),
                                        words.stream()
                                                .map(Word::text)
                                                .collect(Collectors.joining(" ")),
                                        person));
    }

    private List<String> tags() {
        return database.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                SELECT id || ' ' || first_word || ' ' || last_word
                                                    || ' ' || start_ms || ' ' || end_ms || ' '
                                                    || state || ' ' || quote
                                                FROM tag ORDER BY id
                                                """)
                                        .mapTo(String.class)
                                        .list());
    }

    /** Words of speech, some right behind one another, some after a pause. */
    private List<org.colloquy.speech.Word> spoken(int words) {
        List<org.colloquy.speech.Word> spoken = new ArrayList<>();
        double now = 0;
        int speaker = 1;
        for (int i = 0; i < words; i++) {
            if (random.nextInt(30) == 0) {
                speaker = 1 + random.nextInt(3);
            }
            double length = 0.08 + random.nextInt(40) / 100.0;
            String text =
                    SPOKEN[random.nextInt(SPOKEN.length)] + (random.nextInt(12) == 0 ? "." : "");
            spoken.add(
                    new org.colloquy.speech.Word(
                            text, now, now + length, random.nextDouble(), speaker));
            now += length + (random.nextInt(3) == 0 ? 0 : random.nextInt(25) / 100.0);
        }
        double end = now;
        double scale = words * 0.4 / (end + 1);
        return spoken.stream()
                .map(
                        word ->
                                new org.colloquy.speech.Word(
                                        word.text(),
                                        word.startSeconds() * scale,
                                        word.endSeconds() * scale,
                                        word.confidence(),
                                        word.speaker()))
                .toList();
    }

    /**
     * @param folder empty
     * @param words of the transcript
     * @param count so many edits that change something
     */
    public static Outcome run(Path folder, int words, int tagCount, int count, long seed) {
        return new RandomEdits(folder, words, tagCount, seed).run(count);
    }

    private Outcome run(int count) {
        String beginning = fingerprint();
        int done = 0;
        while (done < count) {
            done += edit(kind()) ? 1 : 0;
        }
        int undone = 0;
        while (history.list(recording, person, null, 1).undo() != null) {
            undo();
            undone++;
        }
        if (!fingerprint().equals(beginning)) {
            violations.add("Undoing everything does not give the beginning back.");
        }
        return new Outcome(edits, kept, moved, violations, undone);
    }

    private Kind kind() {
        int at = random.nextInt(100);
        for (Kind kind : Kind.values()) {
            at -= kind.share;
            if (at < 0) {
                return kind;
            }
        }
        return Kind.UNDONE;
    }

    /** Whether it changed anything. */
    private boolean edit(Kind kind) {
        Transcript before = transcripts.get(recording);
        String was = fingerprint(before);
        try {
            switch (kind) {
                case UNDONE -> undo();
                case REDONE -> redo();
                default -> change(kind, before);
            }
        } catch (Problem.BadInput | Problem.TooLarge | Problem.Conflict refused) {
            if (!fingerprint().equals(was)) {
                violations.add(
                        kind + " was refused and changed something: " + refused.getMessage());
            }
            if (refused instanceof Problem.Conflict
                    && (kind == Kind.UNDONE ? !undoTo.isEmpty() : !redoTo.isEmpty())) {
                violations.add(kind + " was refused: " + refused.getMessage());
            }
            return false;
        }
        Transcript after = transcripts.get(recording);
        String now = fingerprint(after);
        if (now.equals(was)) {
            return false;
        }
        if (kind != Kind.UNDONE && kind != Kind.REDONE) {
            String step = history.list(recording, person, null, 1).changes().getLast().id();
            if (!step.equals(lastStep)) {
                undoTo.push(was);
            }
            lastStep = step;
            redoTo.clear();
            requireNewIds(before, after, kind);
        }
        requireOrder(after, kind);
        everUsed.addAll(after.words().stream().map(Word::id).toList());
        edits.merge(kind, 1, Integer::sum);
        return true;
    }

    private void undo() {
        String was = fingerprint();
        Undone done = history.undo(person, recording, null);
        String to = undoTo.pop();
        String now = fingerprint();
        if (!now.equals(to)) {
            violations.add(
                    "A step taken back does not give what was before it: "
                            + done.change().text()
                            + done.change().kind()
                            + ": "
                            + now
                            + " instead of "
                            + to);
        }
        redoTo.push(was);
    }

    private void redo() {
        String was = fingerprint();
        history.redo(person, recording, null);
        if (!fingerprint().equals(redoTo.pop())) {
            violations.add("A step done again does not give what was after it.");
        }
        undoTo.push(was);
    }

    private void change(Kind kind, Transcript before) {
        int place = random.nextInt(before.turns().size());
        Turn turn = before.turns().get(place);
        List<Word> words = turn.words();
        int at = random.nextInt(words.size());
        switch (kind) {
            case WORDS_REPLACED -> {
                int end = Math.min(words.size(), at + 1 + random.nextInt(3));
                correct(before, turn, at, end, others(1 + random.nextInt(3)));
            }
            case WORDS_PUT_IN -> correct(before, turn, at, at, others(1 + random.nextInt(3)));
            case WORDS_TAKEN_OUT -> {
                int end = Math.min(words.size(), at + 1 + random.nextInt(4));
                correct(before, turn, at, end, List.of());
            }
            case TYPED_BACK_AS_HEARD -> {
                List<MachineWord> heard = transcripts.machineWords(id);
                String text =
                        heard.stream()
                                .filter(word -> word.startMillis() >= turn.startMillis())
                                .filter(word -> word.endMillis() <= turn.endMillis())
                                .map(MachineWord::text)
                                .collect(Collectors.joining(" "));
                corrections.correct(person, id, turn.id(), text, before.version());
                requireOthers(before, Set.of(turn.id()), kind);
            }
            case TURN_EMPTIED -> {
                corrections.correct(person, id, turn.id(), " ", before.version());
                requireOthers(before, Set.of(turn.id()), kind);
            }
            case TURN_SPLIT -> {
                cuts.split(person, id, turn.id(), words.get(at).id(), before.version());
                requireWords(before, kind);
            }
            case TURNS_JOINED -> {
                cuts.join(person, id, turn.id(), before.version());
                requireWords(before, kind);
            }
            case BORDER_MOVED -> {
                List<Word> of =
                        place > 0 && random.nextBoolean()
                                ? before.turns().get(place - 1).words()
                                : words;
                int first = of.get(random.nextInt(of.size())).id();
                cuts.boundary(person, id, turn.id(), first, before.version());
                requireWords(before, kind);
            }
            case SPEAKER_GIVEN -> giveSpeaker(before, place, at, kind);
            case FOUND_AND_REPLACED -> replace(before, words.get(at).text(), kind);
            case CHECKED -> {
                List<Word> all = before.words();
                int first = random.nextInt(all.size());
                int last = Math.min(all.size() - 1, first + random.nextInt(200));
                WordsSeen seen =
                        new WordsSeen(
                                id, all.get(first).id(), all.get(last).id(), before.version());
                if (random.nextInt(4) == 0) {
                    checks.clear(person, seen);
                } else {
                    checks.check(person, seen);
                }
                requireWords(before, kind);
            }
            case UNDONE, REDONE -> throw new IllegalStateException(kind.toString());
        }
    }

    private void giveSpeaker(Transcript before, int place, int at, Kind kind) {
        Turn turn = before.turns().get(place);
        switch (random.nextInt(4)) {
            case 0 ->
                    speakers.setTurn(
                            person, id, turn.id(), 1 + random.nextInt(4), before.version());
            case 1 -> {
                int last = Math.min(turn.words().size() - 1, at + random.nextInt(6));
                speakers.setWords(
                        person,
                        id,
                        turn.words().get(at).id(),
                        turn.words().get(last).id(),
                        1 + random.nextInt(4),
                        before.version());
            }
            case 2 -> speakers.swap(person, id, 1, 2, null, before.version());
            default ->
                    speakers.name(person, id, 1 + random.nextInt(3), "Name " + random.nextInt(9));
        }
        requireWords(before, kind);
    }

    private void replace(Transcript before, String find, Kind kind) {
        ReplaceRequest request =
                new ReplaceRequest(
                        find,
                        random.nextInt(4) == 0
                                ? ""
                                : String.join(" ", others(1 + random.nextInt(2))),
                        random.nextBoolean(),
                        true,
                        before.version());
        List<Found> matches = replacements.preview(id, request).matches();
        Set<Integer> turns = matches.stream().map(Found::turnId).collect(Collectors.toSet());
        List<String> skip = new ArrayList<>(matches.stream().map(Found::id).toList());
        Collections.shuffle(skip, random);
        replacements.replace(person, id, request, new HashSet<>(skip.subList(0, skip.size() / 3)));
        requireOthers(before, turns, kind);
    }

    /** Words that hardly were said or typed before, so that what is the same is known. */
    private List<String> others(int count) {
        List<String> others = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = 5 + random.nextInt(4); length > 0; length--) {
                word.append("abdefghiklmnoprstuvwyzŵŷ".charAt(random.nextInt(24)));
            }
            others.add(word.toString());
        }
        return others;
    }

    private void correct(Transcript before, Turn turn, int from, int to, List<String> others) {
        List<String> text = new ArrayList<>(turn.words().stream().map(Word::text).toList());
        text.subList(from, to).clear();
        text.addAll(from, others);
        Turn saved =
                corrections
                        .correct(
                                person,
                                id,
                                turn.id(),
                                String.join(" ", text),
                                before.version(),
                                random.nextInt(3) == 0)
                        .turn();
        requireOthers(before, Set.of(turn.id()), Kind.WORDS_REPLACED);
        Map<String, Long> counts =
                turn.words().stream()
                        .collect(Collectors.groupingBy(Word::text, Collectors.counting()));
        for (int i = 0; i < turn.words().size(); i++) {
            if (i >= from && i < to) {
                continue;
            }
            Word word = turn.words().get(i);
            int now = i < from ? i : i - (to - from) + others.size();
            boolean same = saved.words().get(now).equals(word);
            kept += same ? 1 : 0;
            moved += same ? 0 : 1;
            if (!same && Long.valueOf(1).equals(counts.get(word.text()))) {
                violations.add(
                        "A word left alone is another: " + word + " > " + saved.words().get(now));
            }
        }
    }

    /** Turns that the edit is not about have exactly the words they had. */
    private void requireOthers(Transcript before, Set<Integer> turns, Kind kind) {
        Map<Integer, Turn> now = new HashMap<>();
        transcripts.get(recording).turns().forEach(turn -> now.put(turn.id(), turn));
        for (Turn turn : before.turns()) {
            if (turns.contains(turn.id())) {
                continue;
            }
            if (turn.equals(now.get(turn.id()))) {
                kept += turn.words().size();
            } else {
                violations.add(kind + " changed turn " + turn.id() + ", which it is not about.");
            }
        }
    }

    /** All words are as they were, and in the same order. */
    private void requireWords(Transcript before, Kind kind) {
        List<Word> was = before.words().stream().map(word -> word.with(null)).toList();
        List<Word> now =
                transcripts.get(recording).words().stream().map(word -> word.with(null)).toList();
        if (was.equals(now)) {
            kept += was.size();
        } else {
            violations.add(kind + " changed words.");
        }
    }

    private void requireOrder(Transcript after, Kind kind) {
        long now = 0;
        int heard = 0;
        Set<Integer> ids = new HashSet<>();
        for (Word word : after.words()) {
            if (word.startMillis() < now || word.endMillis() < word.startMillis()) {
                violations.add("After " + kind + " time goes backwards at " + word);
            }
            now = word.endMillis();
            Integer machine = word.machineId();
            if (machine != null && machine < heard) {
                violations.add("After " + kind + " a word lost its order: " + word);
            }
            heard = machine == null ? heard : machine;
            if (!ids.add(word.id())) {
                violations.add("After " + kind + " two words have the id " + word.id());
            }
        }
    }

    private void requireNewIds(Transcript before, Transcript after, Kind kind) {
        Set<Integer> old = before.words().stream().map(Word::id).collect(Collectors.toSet());
        for (Word word : after.words()) {
            if (!old.contains(word.id()) && everUsed.contains(word.id())) {
                violations.add(kind + " used the id " + word.id() + " again.");
            }
        }
    }

    private String fingerprint() {
        return fingerprint(transcripts.get(recording));
    }

    /** All that a step may change: turns with their words, speakers, what was checked, tags. */
    private String fingerprint(Transcript transcript) {
        return String.join(
                " ",
                hash("turns", transcript.turns()),
                hash("speakers", transcript.speakers()),
                hash("checks", transcripts.checks(id)),
                hash("tags", tags()));
    }

    private static String hash(String what, List<?> list) {
        return what
                + "="
                + Hashes.sha256(list.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }
}
