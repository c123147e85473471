package org.colloquy.suggestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.colloquy.embedding.EmbeddingProcess;
import org.colloquy.suggestion.LabelledSet.LabelledUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final EmbeddingProcess EMBEDDER = new EmbeddingProcess();
    private static final List<Wording> FOOD =
            List.of(
                    new Wording("a", "Wash hands at the right times", "Keep clean"),
                    new Wording("b", "Identify and report signs of pests", "Keep clean"),
                    new Wording("c", "Cool food quickly and safely", "Handle food"),
                    new Wording("d", "Give customers information about allergens", "Serve"));
    private static final Background NONE = new Background(List.of(), 0);

    @AfterAll
    static void end() {
        EMBEDDER.close();
    }

    private static String first(Ranking ranking, String text) {
        return ranking.rank(new Spoken(text), NONE).getFirst().criterionId();
    }

    @Test
    void findsTheCriterionOnTheMeasuringSetMoreOftenThanEitherPartAlone() {
        List<LabelledUnit> units = LabelledSet.read("measuring-set.txt").units();
        Table.Found joined = Table.joined(units, EMBEDDER, false);
        Table.Found plain = Table.plain(units, EMBEDDER);
        Table.Found learned = Table.joined(units, EMBEDDER, true);
        assertTrue(
                learned.three() >= joined.three() && learned.first() >= joined.first(),
                "one tag for each criterion does harm: " + learned);
        assertEquals(86, joined.passages());
        assertTrue(joined.three() >= 0.85 && joined.first() >= 0.60, joined.toString());
        assertTrue(joined.three() > plain.three() && joined.first() > plain.first());
        assertTrue(plain.three() > Table.bm25(units).three());
    }

    /** Harder to tell: MiniLM alone finds 0.58 among three and 0.27 first. */
    @Test
    void findsTheCriterionOnTheSecondMeasuringSetToo() {
        Table.Found joined =
                Table.joined(LabelledSet.read("measuring-set-2.txt").units(), EMBEDDER, false);
        assertEquals(90, joined.passages());
        assertTrue(joined.three() >= 0.74 && joined.first() >= 0.46, joined.toString());
    }

    @Test
    void smallTalkIsEvidenceForNothing() {
        try (Ranking ranking = new Ranking(FOOD, EMBEDDER)) {
            for (String talk :
                    List.of(
                            "Hello, come in, sit down. Did you find a space to park all right?",
                            "So it is the third of March and we are going to record this, is that"
                                    + " still okay with you?",
                            "Lovely, thank you very much, and I will see you in two weeks then.")) {
                double score = ranking.rank(new Spoken(talk), NONE).getFirst().score();
                assertTrue(score < 0.3, talk + " " + score);
            }
            String work = "Then I wash my hands at the little sink, soap, twenty seconds, and dry.";
            assertTrue(score(ranking, work, "a") > 0.3);
        }
    }

    @Test
    void findsBordersBetweenPassagesMoreOftenThanNot() {
        Borders.Score score =
                Borders.of(LabelledSet.read("measuring-set.txt").units(), EMBEDDER, 0.6);
        assertTrue(score.f1() > 0.5, score.toString());
    }

    @Test
    void saysWhichWordsSpeakForIt() {
        try (Ranking ranking = new Ranking(FOOD, EMBEDDER)) {
            Match best =
                    ranking.rank(new Spoken("We found mouse droppings behind the freezer."), NONE)
                            .getFirst();
            assertEquals("b", best.criterionId());
            assertTrue(best.words().contains(2) || best.words().contains(3), best.toString());
            assertEquals(Match.Reason.WORDS, best.reason());
        }
    }

    @Test
    void aPlannedQuestionSpeaksForItsCriteria() {
        try (Ranking ranking = new Ranking(FOOD, EMBEDDER)) {
            Match best =
                    ranking.rank(new Spoken("I told my manager about it.", "", Set.of("d")), NONE)
                            .getFirst();
            assertEquals("d", best.criterionId());
            assertEquals(Match.Reason.QUESTION, best.reason());
        }
    }

    @Test
    void learnsFromWhatTheCentreTagged() {
        String said = "Joe from the blue van comes on the first Monday and looks at his boxes.";
        try (Ranking before = new Ranking(FOOD, EMBEDDER);
                Ranking after = new Ranking(FOOD, EMBEDDER)) {
            after.learn(
                    List.of(
                            new Example(
                                    "c",
                                    "The man with the blue van comes on a Monday and checks the"
                                            + " boxes he put down.")));
            assertTrue(score(after, said, "c") > score(before, said, "c"));
        }
    }

    private static double score(Ranking ranking, String text, String criterion) {
        return ranking.rank(new Spoken(text), NONE).stream()
                .filter(match -> match.criterionId().equals(criterion))
                .findFirst()
                .orElseThrow()
                .score();
    }

    @Test
    void withoutAModelOfTheLanguageCommonWordsDecide() {
        try (Ranking ranking = new Ranking(FOOD, null)) {
            assertEquals("d", first(ranking, "I tell the customer which allergen is in it."));
        }
    }

    @Test
    void takesHostileText() {
        try (Ranking ranking = new Ranking(FOOD, EMBEDDER)) {
            for (String text :
                    List.of("?", "\u0000 \uD83D\uDE00", "a ".repeat(9_000), "x".repeat(9_000))) {
                assertEquals(4, ranking.rank(new Spoken(text), NONE).size());
            }
        }
    }
}
