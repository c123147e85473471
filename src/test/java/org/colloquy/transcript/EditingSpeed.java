package org.colloquy.transcript;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Id;
import org.colloquy.database.Database;
import org.colloquy.evidence.Reanchoring;
import org.colloquy.history.History;

/** How long the steps of editing take on one long transcript with tags. */
public final class EditingSpeed {
    private static final int REPLACED_EVERY = 40;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<String, Long> millis = new LinkedHashMap<>();

    private EditingSpeed() {}

    /**
     * CPU time of the thread that does it, in milliseconds by name: of three runs the quickest.
     *
     * @param folder empty
     */
    public static Map<String, Long> run(Path folder, int words, int tags) {
        EditingSpeed speed = new EditingSpeed();
        for (int i = 0; i < 3; i++) {
            speed.once(folder.resolve("run" + i), words, tags);
        }
        return speed.millis;
    }

    private void once(Path folder, int words, int tagCount) {
        Database database = Database.open(folder);
        SettableClock clock = SettableClock.atTen();
        Rows rows = new Rows(database);
        Transcripts transcripts = new Transcripts(database);
        Reanchoring reanchoring = new Reanchoring(database, transcripts);
        History history = Rows.history(database, clock);
        WordSteps steps = new WordSteps(database, clock, reanchoring);
        Deltas deltas = new Deltas(database);
        Checks checks = new Checks(database, clock, history, deltas, steps);
        history.register(steps);
        history.register(checks);
        Corrections corrections =
                new Corrections(database, clock, history, reanchoring, changed -> {});
        Replacements replacements =
                new Replacements(database, clock, history, deltas, reanchoring, changed -> {});
        String person = rows.person("Ann", "assessor");
        String unit = rows.unit("Unit", List.of("1.1"));
        String enrolment = rows.enrolment(rows.person("Lee", "learner"), unit, person, null);
        String recording =
                rows.recording(rows.session(enrolment, person), person, "ready", words * 400L);
        Transcript stored =
                Speech.store(
                        new Hearings(database, clock, transcripts, reanchoring, changed -> {}),
                        transcripts,
                        recording,
                        Speech.heard(spoken(words), words * 0.4));
        String id = stored.id();
        String criterion = rows.criterion(unit, "1.1");
        database.jdbi()
                .useTransaction(
                        handle -> {
                            for (int i = 0; i < tagCount; i++) {
                                int at = (int) ((long) i * (words - 50) / tagCount);
                                List<Word> passage = stored.words().subList(at, at + 40);
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
                                        passage.getFirst().id(),
                                        passage.getLast().id(),
                                        passage.getFirst().startMillis(),
                                        passage.getLast().endMillis(),
                                        String.join(" ", passage.stream().map(Word::text).toList()),
                                        person);
                            }
                        });
        time("reading", () -> transcripts.get(recording));
        Turn turn = stored.turns().get(stored.turns().size() / 2);
        time(
                "correction",
                () ->
                        corrections.correct(
                                person, id, turn.id(), turn.text() + " indeed", stored.version()));
        time("since", () -> deltas.since(id, stored.version()));
        int first = stored.words().getFirst().id();
        int last = stored.words().getLast().id();
        int version = transcripts.get(recording).version();
        time("checking", () -> checks.check(person, new WordsSeen(id, first, last, version)));
        int checked = transcripts.get(recording).version();
        time("since_checked", () -> deltas.since(id, checked));
        ReplaceRequest request = new ReplaceRequest("partner", "colleague", true, true, checked);
        time("replacing", () -> replacements.replace(person, id, request, Set.of()));
        time("undoing", () -> history.undo(person, recording, null));
        time("undoing_checks", () -> history.undo(person, recording, null));
    }

    private void time(String name, Runnable work) {
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        millis.merge(name, (threads.getCurrentThreadCpuTime() - before) / 1_000_000, Math::min);
    }

    private static List<org.colloquy.speech.Word> spoken(int words) {
        List<org.colloquy.speech.Word> spoken = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            String text = i % REPLACED_EVERY == 0 ? "partner" : "word" + i % 97;
            spoken.add(
                    new org.colloquy.speech.Word(
                            text, i * 0.4, i * 0.4 + 0.3, 0.9, 1 + i / 60 % 2));
        }
        return spoken;
    }
}
