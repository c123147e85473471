package org.colloquy.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Id;
import org.colloquy.database.Database;
import org.colloquy.evidence.Reanchoring;
import org.colloquy.transcript.Hearings;
import org.colloquy.transcript.Speech;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.Word;

/**
 * Fills a data folder with sessions of one assessor, each with an hour's transcript, tags spread
 * over it, and an hour of silence to play.
 *
 * <p>Arguments: the data folder, the assessor's id, sessions, tags of each.
 */
public final class MakePassages {
    private static final int WORDS = 9_000;
    private static final int WORDS_IN_TURN = 40;
    private static final int VOCABULARY = 8_000;
    private static final int LEARNERS = 25;
    private static final int RATE = 16_000;
    private static final String[] STRENGTHS = {"fully", "fully", "fully", "partly", "context"};

    private final Database database;
    private final Path recordings;
    private final String assessor;
    private final Random random = new Random(1);

    private MakePassages(Path data, String assessor) {
        this.database = Database.open(data);
        this.recordings = data.resolve("recordings");
        this.assessor = assessor;
    }

    public static void main(String[] arguments) throws IOException {
        new MakePassages(Path.of(arguments[0]), arguments[1])
                .make(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    }

    private void make(int sessions, int tags) throws IOException {
        Rows rows = new Rows(database);
        SettableClock clock = SettableClock.atTen();
        Transcripts transcripts = new Transcripts(database);
        Hearings hearings =
                new Hearings(
                        database,
                        clock,
                        transcripts,
                        new Reanchoring(database, transcripts),
                        changed -> {});
        List<String> units =
                List.of(
                        rows.unit("Assess vocational skills", numbers(1), numbers(2), numbers(3)),
                        rows.unit("Negotiate agreements", numbers(1), numbers(2), numbers(3)));
        List<String> enrolments = new ArrayList<>();
        for (int i = 0; i < Math.min(LEARNERS, sessions); i++) {
            String learner = rows.person("Learner %02d".formatted(i), "learner");
            enrolments.add(rows.enrolment(learner, units.get(i % 2), assessor, null));
        }
        Path sound = silence(WORDS * 0.4);
        for (int i = 0; i < sessions; i++) {
            int enrolment = i % enrolments.size();
            String session = rows.session(enrolments.get(enrolment), assessor);
            hold(session, LocalDate.of(2026, 1, 5).plusDays(i));
            String recording = rows.recording(session, assessor, "ready", WORDS * 400L);
            Path folder = Files.createDirectories(recordings.resolve(recording));
            Files.createLink(folder.resolve("audio.wav"), sound);
            tag(
                    Speech.store(
                            hearings, transcripts, recording, Speech.heard(talk(), WORDS * 0.4)),
                    units.get(enrolment % 2),
                    tags);
        }
        Files.delete(sound);
    }

    private static List<String> numbers(int outcome) {
        List<String> numbers = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            numbers.add(outcome + "." + i);
        }
        return numbers;
    }

    private void hold(String session, LocalDate date) {
        database.jdbi()
                .useHandle(
                        handle ->
                                handle.execute(
                                        "UPDATE session SET date = ? WHERE id = ?",
                                        date.toString(),
                                        session));
    }

    private void tag(Transcript transcript, String unit, int tags) {
        List<Word> words = transcript.words();
        database.jdbi()
                .useTransaction(
                        handle -> {
                            List<String> criteria =
                                    handle.createQuery(
                                                    """
                                                    SELECT c.id FROM criterion c
                                                    JOIN learning_outcome o ON o.id = c.outcome_id
                                                    WHERE o.unit_id = ? ORDER BY c.number
                                                    """)
                                            .bind(0, unit)
                                            .mapTo(String.class)
                                            .list();
                            for (int i = 0; i < tags; i++) {
                                int at = (int) ((long) i * (words.size() - 80) / tags);
                                List<Word> passage =
                                        words.subList(at, at + 15 + random.nextInt(50));
                                handle.execute(
                                        """
                                        INSERT INTO tag (id, transcript_id, criterion_id, first_word,
                                            last_word, start_ms, end_ms, quote, reason, state,
                                            created_by, created_at, strength)
                                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
                                        """,
                                        Id.create(),
                                        transcript.id(),
                                        criteria.get(random.nextInt(criteria.size())),
                                        passage.getFirst().id(),
                                        passage.getLast().id(),
                                        passage.getFirst().startMillis(),
                                        passage.getLast().endMillis(),
                                        String.join(" ", passage.stream().map(Word::text).toList()),
                                        i % 3 == 0 ? "Says how they did it, and why." : "",
                                        i % 20 == 0 ? "review" : "active",
                                        assessor,
                                        STRENGTHS[random.nextInt(STRENGTHS.length)]);
                            }
                        });
    }

    private List<org.colloquy.speech.Word> talk() {
        List<org.colloquy.speech.Word> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            int rank = (int) Math.pow(VOCABULARY, random.nextDouble());
            words.add(
                    new org.colloquy.speech.Word(
                            "word" + rank, i * 0.4, i * 0.4 + 0.3, 0.9, i / WORDS_IN_TURN % 2 + 1));
        }
        return words;
    }

    /** A listening copy that takes no room on the disk: one for all recordings. */
    private Path silence(double seconds) throws IOException {
        int bytes = (int) (seconds * RATE) * 2;
        Path file = Files.createDirectories(recordings).resolve("silence.wav");
        ByteBuffer head = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        head.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        head.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        head.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        head.putShort((short) 2).putShort((short) 16);
        head.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(head.array());
            out.setLength(44L + bytes);
        }
        return file;
    }
}
