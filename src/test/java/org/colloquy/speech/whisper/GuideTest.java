package org.colloquy.speech.whisper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.colloquy.speech.whisper.Guide.Begin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With the carried tokenizer, and a model that is made up here. */
class GuideTest {
    private static Tokenizer tokenizer;
    private static Vocabulary vocabulary;
    private int asked;

    @BeforeAll
    static void read() throws IOException {
        Path file = Path.of("models", "whisper-base-tokenizer.json");
        tokenizer = Tokenizer.read(file);
        vocabulary = Vocabulary.read(file, Path.of("models", "whisper-base-config.json"));
    }

    /** A model that takes one text for likely. */
    private final class Hears implements Probe {
        private final int[] said;

        Hears(String said) {
            this.said = tokenizer.ids(said);
        }

        @Override
        public Place before(int place) {
            return id -> follow(place, id);
        }

        private Follow follow(int place, int id) {
            asked++;
            float[] logits = new float[Vocabulary.SIZE];
            Arrays.fill(logits, -30);
            boolean right = place < said.length && said[place] == id;
            int next = right && place + 1 < said.length ? said[place + 1] : Vocabulary.END;
            logits[next] = 0;
            return new Follow(new Scores(logits), then -> follow(place + 1, then));
        }

        @Override
        public List<float[]> rewrite(int[] ids) {
            return List.of();
        }
    }

    /** What is guided, where each word of the text could begin a term with this probability. */
    private Draft guided(
            String written, double probability, String said, double beginning, String... terms) {
        int[] ids = tokenizer.ids(written);
        float[] logs = new float[ids.length + 1];
        Arrays.fill(logs, (float) probability);
        List<Begin> begins = new ArrayList<>();
        for (int place = 0; place < ids.length; place++) {
            for (String term : terms) {
                begins.add(new Begin(place, tokenizer.ids(" " + term)[0], beginning));
            }
        }
        Guide guide = new Guide(new Terms(List.of(terms), tokenizer));
        return guide.improved(new Draft(ids, logs), begins, vocabulary, new Hears(said));
    }

    private static String text(Draft draft) {
        return vocabulary.text(draft.ids(), 0, draft.ids().length);
    }

    @Test
    void writesATermWhereItIsLikelierThanWhatSoundsLikeIt() {
        Draft draft =
                guided(
                        " I met Shivon, today",
                        -0.6,
                        " I met Siobhan, today",
                        -3,
                        "Siobhan",
                        "Niamh");
        assertNotNull(draft);
        assertEquals(" I met Siobhan, today", text(draft));
        assertEquals(draft.ids().length + 1, draft.logProbabilities().length);
        int place = 2;
        assertArrayEquals(
                tokenizer.ids(" Siobhan"),
                Arrays.copyOfRange(draft.ids(), place, place + tokenizer.ids(" Siobhan").length));
        assertEquals(-3, draft.logProbabilities()[place], 1e-6, "the engine's own, not the bonus");
        assertEquals(-0.6, draft.logProbabilities()[place - 1], 1e-6);
    }

    @Test
    void keepsWhatTheModelWouldNotGoOnFrom() {
        assertNull(guided(" I met Shivon today", -0.6, " I met Shivon today", -3, "Siobhan"));
        assertTrue(asked > 0);
    }

    @Test
    void putsNothingInWhereNothingStood() {
        assertNull(
                guided(" I met Shivon today", -0.6, " I met Siobhan Shivon today", -3, "Siobhan"));
    }

    @Test
    void leavesWhatSoundsDifferentAndWhatIsRight() {
        assertNull(guided(" The keyboard is old", -1, " The Siobhan is old", -3, "Siobhan"));
        assertEquals(0, asked);
        assertNull(guided(" I met Siobhan today", -1, " I met Siobhan today", -3, "Siobhan"));
    }

    @Test
    void wordsThatPeopleUseNeedMoreThanAMadeUpOne() {
        assertNull(guided(" I saw the radar there", 0, " I saw the RIDDOR there", -9.5, "RIDDOR"));
        assertNotNull(
                guided(" I saw the ridder there", -1, " I saw the RIDDOR there", -6, "RIDDOR"));
    }

    @Test
    void aTermHasItsCapitalOnlyWhereASentenceBegins() {
        Draft draft =
                guided(
                        " Whistle blowing helps and whistle blowing works",
                        -0.8,
                        " Whistleblowing helps and whistleblowing works",
                        -1,
                        "whistleblowing",
                        "Whistleblowing");
        assertNotNull(draft);
        assertTrue(text(draft).startsWith(" Whistleblowing helps"), text(draft));
    }

    @Test
    void writesNeitherOfTwoTermsThatSoundTheSame() {
        String heard = " I met Ewane today";
        assertNotNull(guided(heard, -1, " I met Iwan today", -2, "Iwan"));
        assertNull(guided(heard, -1, " I met Iwan today", -2, "Iwan", "Ewan"));
    }

    @Test
    void swallowsNoWordBesideATerm() {
        assertNull(
                guided(
                        " it is the Braden scale here",
                        -0.6,
                        " it is Braden scale here",
                        -1,
                        "Braden scale"));
        Draft draft = guided(" it is the radder here", -1, " it is the RIDDOR here", -3, "RIDDOR");
        assertNotNull(draft);
        assertEquals(" it is the RIDDOR here", text(draft));
    }

    @Test
    void changesNoWordAfterATermThatAlreadySoundsRight() {
        assertNull(
                guided(
                        " has a peep so that we know",
                        -0.6,
                        " has a PEEP saw that we know",
                        -1,
                        "PEEP"));
    }

    @Test
    void changesWhatTheEngineIsSureOfOnlyWhereItSoundsTheSame() {
        assertNull(guided(" I met Rehanna today", -0.1, " I met Rhian today", -1, "Rhian"));
        Draft draft =
                guided(
                        " the care certificate is",
                        -0.1,
                        " the Care Certificate is",
                        -2,
                        "Care Certificate");
        assertNotNull(draft);
    }

    @Test
    void asksOfAWindowSoManyQuestionsAtMost() {
        String heard = " Shivon Shivon Shivon Shivon Shivon Shivon Shivon Shivon".repeat(6);
        guided(heard, -3, " Siobhan x".repeat(48), -1, "Siobhan");
        assertTrue(asked > 8 && asked <= 46, "asked " + asked);
    }

    @Test
    void withoutTermsNothingIsNoticed() {
        List<Begin> begins = new ArrayList<>();
        Guide.NONE.notice(new Scores(new float[Vocabulary.SIZE]), 0, begins);
        assertEquals(List.of(), begins);
        assertTrue(new Terms(List.of("care", "\u0000", "--"), tokenizer).isEmpty());
    }
}
