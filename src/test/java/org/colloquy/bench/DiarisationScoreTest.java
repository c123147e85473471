package org.colloquy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.activity.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worked by hand, and the same as pyannote.metrics 4.2 with collar 0 and overlap scored. */
class DiarisationScoreTest {
    private static final List<Span> ALL = List.of(new Span(0, 100));

    /** "a 0 10 b 10 20": who, from, to. */
    private static List<SpeakerTurn> turns(String text) {
        String[] fields = text.isBlank() ? new String[0] : text.split(" ");
        List<SpeakerTurn> turns = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 3) {
            turns.add(
                    new SpeakerTurn(
                            fields[i],
                            Double.parseDouble(fields[i + 1]),
                            Double.parseDouble(fields[i + 2])));
        }
        return turns;
    }

    private static void check(
            String reference,
            String heard,
            double speech,
            double missed,
            double falseAlarm,
            double confusion) {
        DiarisationScore score = DiarisationScore.of(turns(reference), turns(heard), ALL);
        assertEquals(speech, score.speech(), 1e-9, "speech");
        assertEquals(missed, score.missed(), 1e-9, "missed");
        assertEquals(falseAlarm, score.falseAlarm(), 1e-9, "false alarm");
        assertEquals(confusion, score.confusion(), 1e-9, "confusion");
    }

    @Test
    void namesDoNotMatter() {
        check("a 0 10 b 10 20", "x 10 20 y 0 10", 20, 0, 0, 0);
    }

    @Test
    void aChangeHeardLate() {
        check("a 0 10 b 10 20", "1 0 12 2 12 20", 20, 0, 0, 2);
    }

    @Test
    void aGapFilledAndAnEndMissed() {
        check("a 0 10 b 15 20", "1 0 12 2 15 18", 15, 2, 2, 0);
    }

    @Test
    void overlapHeardAsOne() {
        check("a 0 10 b 8 14", "1 0 10 2 10 14", 16, 2, 0, 0);
    }

    @Test
    void overlapWhereThereIsNone() {
        check("a 0 10 b 10 14", "1 0 12 2 10 14", 14, 0, 2, 0);
    }

    @Test
    void oneHeardForTwo() {
        check("a 0 10 b 10 16", "1 0 16", 16, 0, 0, 6);
    }

    @Test
    void threeHeardForTwo() {
        check("a 0 10 b 10 20", "1 0 6 2 6 10 3 10 20", 20, 0, 0, 4);
    }

    @Test
    void bothSpeakAndAThirdIsHeard() {
        // 4..6: two speak, two are heard, one of them a third person: 2 s of confusion.
        check("a 0 6 b 4 10", "1 0 6 2 6 10 3 4 6", 12, 0, 0, 2);
    }

    @Test
    void theBestMappingIsNotTheGreedyOne() {
        // Greedy gives 1 to a (5 s) and leaves b with nothing: 8 s wrong instead of 5.
        check("a 0 9 b 9 13", "1 0 5 2 5 9 1 9 13", 13, 0, 0, 5);
    }

    @Test
    void nobodyHeardAndNobodySpeaking() {
        check("a 0 10", "", 10, 10, 0, 0);
        DiarisationScore none = DiarisationScore.of(turns(""), turns("1 0 5"), ALL);
        assertEquals(5, none.falseAlarm(), 1e-9);
    }

    @Test
    void aSpeakersOwnOverlapCountsOnce() {
        check("a 0 6 a 4 10", "1 0 10", 10, 0, 0, 0);
    }

    @Test
    void onlyRegionsAreScored() {
        List<Span> regions = List.of(new Span(2, 4), new Span(8, 12));
        DiarisationScore score =
                DiarisationScore.of(
                        turns("a 0 10 b 10 20"), turns("1 0 9 2 9 20 3 30 40"), regions);
        assertEquals(6, score.speech(), 1e-9);
        assertEquals(1, score.confusion(), 1e-9);
        assertEquals(2, score.heardSpeakers());
        assertEquals(1 / 6.0, score.error(), 1e-9);
    }

    @Test
    void readsWhatOthersWrite(@TempDir Path folder) throws IOException {
        Path rttm = folder.resolve("a.rttm");
        Files.writeString(
                rttm,
                """
                SPEAKER one 1 1.500 2.000 <NA> <NA> katie <NA> <NA>
                SPKR-INFO one 1 <NA> <NA> <NA> unknown katie <NA> <NA>
                SPEAKER two 1 0.000 1.000 <NA> <NA> steve <NA> <NA>
                """);
        assertEquals(turns("katie 1.5 3.5"), SpeakerTurn.rttm(rttm).get("one"));
        assertEquals(turns("steve 0 1"), SpeakerTurn.rttm(rttm).get("two"));
        Path uem = folder.resolve("a.uem");
        Files.writeString(uem, "one NA 0.5 2.0\none 1 3 4\n");
        assertEquals(
                List.of(new Span(0.5, 2), new Span(3, 4)), DiarisationError.uem(uem).get("one"));
    }

    @Test
    void wordsOfOneSpeakerAreJoined(@TempDir Path folder) throws IOException {
        Path json = folder.resolve("a.json");
        Files.writeString(
                json,
                """
                {"words": [{"text": "We", "start": 1, "end": 1.2, "speaker": 1},
                  {"text": "do.", "start": 1.5, "end": 1.9, "speaker": 1},
                  {"text": "Mm.", "start": 2, "end": 2.2, "speaker": 2},
                  {"text": "Yes.", "start": 2.3, "end": 2.5, "speaker": 1},
                  {"text": "So", "start": 3.5, "end": 3.7, "speaker": 1}]}
                """);
        assertEquals(turns("1 1 2.5 2 2 2.2 1 3.5 3.7"), SpeakerTurn.words(json, 0.5));
    }
}
