package org.colloquy.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.database.Database;
import org.colloquy.speech.SpeechResult;
import org.colloquy.speech.Word;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TranscriptJoinTest {
    private static final List<String> PEOPLE = List.of("Ann", "Bo", "Cy");

    @TempDir Path folder;
    private Rows rows;
    private Transcripts transcripts;
    private Hearings hearings;
    private Corrections corrections;
    private SpeakerChanges speakers;
    private TranscriptJoin join;
    private String assessor;
    private String session;

    @BeforeEach
    void open() {
        Database database = Database.open(folder);
        rows = new Rows(database);
        SettableClock clock = SettableClock.atTen();
        transcripts = new Transcripts(database);
        hearings =
                new Hearings(
                        database, clock, transcripts, (old, now, carried) -> {}, recording -> {});
        corrections =
                new Corrections(
                        database,
                        clock,
                        Rows.history(database, clock),
                        (changes, holds) -> TurnChange.Outcome.NOTHING,
                        recording -> {});
        speakers =
                new SpeakerChanges(
                        database,
                        clock,
                        transcripts,
                        Rows.history(database, clock),
                        recording -> {});
        join = new TranscriptJoin(database, clock);
        assessor = rows.person("Ann", "assessor");
        session =
                rows.session(
                        rows.enrolment(
                                rows.person("Lee", "learner"),
                                rows.unit("Unit", List.of("1.1")),
                                assessor,
                                null),
                        assessor);
    }

    private String recording(long millis) {
        return rows.recording(session, assessor, "ready", millis);
    }

    static IntStream seeds() {
        return IntStream.range(0, 25);
    }

    /** What is said at a millisecond by somebody. */
    private record Said(String text, long start, long end, int person) {}

    private static List<Said> talk(Random random) {
        List<Said> talk = new ArrayList<>();
        long now = random.nextInt(3000);
        int person = 0;
        for (int i = 0; i < 5 + random.nextInt(60); i++) {
            if (random.nextInt(6) == 0) {
                person = random.nextInt(PEOPLE.size());
                now += random.nextInt(4000);
            }
            long length = 80 + random.nextInt(500);
            talk.add(
                    new Said(
                            "w" + i + (random.nextInt(8) == 0 ? "." : ""),
                            now,
                            now + length,
                            person));
            now += length + random.nextInt(300);
        }
        return talk;
    }

    /** The words between two times as an engine gives them that numbers voices as they appear. */
    private String heard(List<Said> talk, long from, long to) {
        List<Word> words = new ArrayList<>();
        Map<Integer, Integer> numbers = new HashMap<>();
        Map<Integer, String> names = new HashMap<>();
        for (Said said : talk) {
            if (said.start() >= from && said.end() <= to) {
                int number = numbers.computeIfAbsent(said.person(), person -> numbers.size() + 1);
                names.put(number, PEOPLE.get(said.person()));
                words.add(
                        new Word(
                                said.text(),
                                (said.start() - from) / 1000.0,
                                (said.end() - from) / 1000.0,
                                0.9,
                                number));
            }
        }
        String recording = recording(to - from);
        SpeechResult result = Speech.heard(words, (to - from) / 1000.0);
        hearings.store(recording, null, null, result, names);
        return recording;
    }

    private static List<String> read(Transcript transcript) {
        Map<Integer, String> names = new HashMap<>();
        transcript.speakers().forEach(one -> names.put(one.number(), one.name()));
        List<String> words = new ArrayList<>();
        for (Turn turn : transcript.turns()) {
            turn.words()
                    .forEach(
                            word ->
                                    words.add(
                                            names.get(turn.speaker())
                                                    + " "
                                                    + word.startMillis()
                                                    + "-"
                                                    + word.endMillis()
                                                    + " "
                                                    + word.text()));
        }
        return words;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTalkThatWasCutAnywhereIsTheSameTalkWhenItIsJoined(int seed) {
        Random random = new Random(seed);
        List<Said> talk = talk(random);
        long end = talk.getLast().end() + random.nextInt(2000);
        TreeSet<Long> cuts = new TreeSet<>(List.of(0L, end));
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            cuts.add(talk.get(random.nextInt(talk.size())).end());
        }
        List<Long> places = List.copyOf(cuts);
        List<TranscriptJoin.Placed> parts = new ArrayList<>();
        for (int i = 0; i + 1 < places.size(); i++) {
            parts.add(
                    new TranscriptJoin.Placed(
                            heard(talk, places.get(i), places.get(i + 1)), places.get(i)));
        }
        String whole = recording(end);
        join.join(whole, parts, end);
        Transcript joined = transcripts.get(whole);
        Transcript uncut = transcripts.get(heard(talk, 0, end));
        assertEquals(read(uncut), read(joined));
        List<MachineWord> once = transcripts.machineWords(uncut.id());
        List<MachineWord> again = transcripts.machineWords(joined.id());
        assertEquals(once.size(), again.size());
        for (int i = 0; i < once.size(); i++) {
            assertEquals(once.get(i).id(), again.get(i).id());
            assertEquals(once.get(i).text(), again.get(i).text());
            assertEquals(once.get(i).startMillis(), again.get(i).startMillis());
            assertEquals(once.get(i).endMillis(), again.get(i).endMillis());
        }
        assertEquals(
                uncut.speakers().stream().map(Speaker::name).sorted().toList(),
                joined.speakers().stream().map(Speaker::name).sorted().toList());
    }

    @Test
    void whatPeopleDidGoesOverAndCanBeGoneOnWith() {
        String first = recording(10_000);
        hearings.store(first, null, null, Speech.of("how did you start", "i rote a list"));
        String second = recording(8_000);
        hearings.store(second, null, null, Speech.of("and then", "i called them"));
        Transcript a = transcripts.get(first);
        corrections.correct(assessor, a.id(), a.turns().get(1).id(), "I wrote a list", a.version());
        Transcript b = transcripts.get(second);
        speakers.name(assessor, b.id(), 2, "Lee");

        String whole = recording(18_000);
        List<TranscriptJoin.Copied> copied =
                join.join(
                        whole,
                        List.of(
                                new TranscriptJoin.Placed(first, 0),
                                new TranscriptJoin.Placed(second, 10_000)),
                        18_000);
        Transcript joined = transcripts.get(whole);
        assertEquals(
                List.of("how did you start", "I wrote a list", "and then", "i called them"),
                joined.turns().stream().map(Turn::text).toList());
        assertTrue(joined.turns().get(1).corrected());
        assertEquals(
                List.of("Speaker 1", "Speaker 2", "Speaker 3", "Lee"),
                joined.turns().stream()
                        .map(turn -> joined.speakers().get(turn.speaker() - 1).name())
                        .toList(),
                "a voice that nobody named is nobody else's");
        assertEquals(10_000, joined.turns().get(2).startMillis());
        assertEquals(
                List.of("i rote a list"),
                transcripts.corrections(joined.id()).stream().map(Correction::before).toList());
        assertEquals(2, copied.size());
        Map<Integer, String> ids = new HashMap<>();
        joined.turns()
                .forEach(turn -> turn.words().forEach(word -> ids.put(word.id(), word.text())));
        assertEquals("and", ids.get(copied.get(1).wordsBefore() + 1));

        corrections.correct(
                assessor,
                joined.id(),
                joined.turns().get(3).id(),
                "I called all of them",
                joined.version());
        Transcript after = transcripts.get(whole);
        assertEquals("I called all of them", after.turns().get(3).text());
        assertNotEquals(joined.version(), after.version());
        assertEquals("i called them", transcripts.get(second).turns().get(1).text(), "parts stay");
        Transcript again =
                Speech.replace(hearings, whole, Speech.of("how did you start", "i rote a list"));
        assertEquals("I wrote a list", again.turns().get(1).text(), "and it can be heard again");
    }

    @Test
    void whereNothingIsTranscribedNothingIsJoined() {
        String whole = recording(2_000);
        assertEquals(
                List.of(),
                join.join(
                        whole,
                        List.of(
                                new TranscriptJoin.Placed(recording(1_000), 0),
                                new TranscriptJoin.Placed(recording(1_000), 1_000)),
                        2_000));
        assertTrue(transcripts.find(whole).isEmpty());
    }
}
