package org.colloquy.glossary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.colloquy.Rows;
import org.colloquy.SettableClock;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlossariesTest {
    @TempDir Path folder;
    private Glossaries glossaries;
    private String amara;

    @BeforeEach
    void open() {
        Database database = Database.open(folder);
        glossaries = new Glossaries(database, SettableClock.atTen());
        amara = new Rows(database).person("Amara", "assessor");
    }

    @Test
    void isEmptyUntilSomebodyWritesItAndSaysWhoDid() {
        assertEquals(new Glossary(List.of(), null, null), glossaries.get());
        Glossary saved = replace(List.of("RIDDOR", "Skills Bridge"));
        assertEquals(List.of("RIDDOR", "Skills Bridge"), saved.terms());
        assertEquals(saved, glossaries.get());
        assertEquals("Amara", saved.changedBy().name());
        assertEquals(List.of(), replace(List.of()).terms());
    }

    private Glossary replace(List<String> terms) {
        return glossaries.replace(amara, terms, glossaries.get().changedAt());
    }

    @Test
    void theSecondOfTwoWhoChangeItAtOnceIsRefused() {
        Glossary seen = replace(List.of("RIDDOR"));
        glossaries.replace(amara, List.of("RIDDOR", "COSHH"), seen.changedAt());
        assertThrows(
                Problem.Conflict.class,
                () -> glossaries.replace(amara, List.of("MARAC"), seen.changedAt()));
        assertEquals(List.of("RIDDOR", "COSHH"), glossaries.get().terms());
        glossaries.replace(amara, List.of("MARAC"), null);
        assertEquals(List.of("MARAC"), glossaries.get().terms());
    }

    @Test
    void tidiesWhatIsTyped() {
        assertEquals(
                List.of("Skills Bridge", "COSHH"),
                replace(List.of(" Skills \t Bridge\u0000", "", "COSHH", "coshh", "  ")).terms());
    }

    @Test
    void refusesWhatIsNoTermAndKeepsWhatIsThere() {
        replace(List.of("RIDDOR"));
        assertThrows(Problem.BadInput.class, () -> replace(List.of("x".repeat(61))));
        assertThrows(Problem.BadInput.class, () -> replace(List.of("ok", "--")));
        List<String> many = IntStream.rangeClosed(1, 501).mapToObj(i -> "term" + i).toList();
        Problem tooMany = assertThrows(Problem.BadInput.class, () -> replace(many));
        assertTrue(tooMany.getMessage().contains("501"), tooMany.getMessage());
        assertEquals(List.of("RIDDOR"), glossaries.get().terms());
        assertEquals(500, replace(many.subList(0, 500)).terms().size());
    }

    @Test
    void theCentresOwnTermsComeFirst() {
        SessionVocabulary all =
                new SessionVocabulary(
                        List.of("safeguarding", "COSHH"),
                        List.of("Bogdan Ilie", "Bogdan"),
                        List.of("coshh", "Skills Bridge", "a term of more than ten"));
        assertEquals(
                List.of("coshh", "Bogdan", "safeguarding"),
                new SessionVocabulary(
                                List.of("safeguarding", "COSHH"),
                                List.of("Bogdan"),
                                List.of("coshh"))
                        .terms(10, 20));
        assertEquals(List.of("coshh", "Bogdan"), all.terms(2, 10));
        assertNull(glossaries.get().changedBy());
    }
}
