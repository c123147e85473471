package org.colloquy.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.colloquy.common.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitCsvTest {
    private static final String WANTED =
            """
            1|Be able to wait
            1.1|Wait, and say "so"
            1.2|Wait longer
            2|Know why
            2.1|Say why
            """;

    private static UnitPreview read(String csv) {
        return UnitReader.preview(csv.getBytes(StandardCharsets.UTF_8), "Waiting_well.csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outcome,criterion,text\n1 Be able to wait,1.1,\"Wait, and say \"\"so\"\"\"\n"
                        + ",1.2,Wait longer\n2 Know why,2.1,Say why\n",
                "Outcome; Criterion ;TEXT\r\nLO1 Be able to wait;1.1;\"Wait, and say \"\"so\"\"\"\r\n"
                        + "1;1.2;Wait longer\r\nLO2: Know why;2.1;Say why\r\n",
                "Learning outcome\tAC\tWording\n1. Be able to wait\t1.1\t\"Wait, and\nsay \"\"so\"\"\"\n"
                        + "\t1.2\tWait longer\n\n2. Know why\t2.1\tSay why\n",
                "outcome,outcome text,criterion,text\n1,Be able to wait,1.1,\"Wait, and say \"\"so\"\"\"\n"
                        + "1,,1.2,Wait longer\n2,Know why,2.1,Say why",
                "\ufeffoutcome, criterion, text\n1 Be able to wait, 1.1, \"Wait, and say \"\"so\"\"\"\n"
                        + "1, 1.2, Wait longer\n2 Know why, 2.1, Say why"
            })
    void readsColumnsWhateverTheSeparator(String csv) {
        UnitPreview preview = read(csv);
        assertEquals(WANTED, UnitTexts.criteria(preview));
        assertEquals("Waiting well", preview.draft().title());
        assertEquals(1, preview.problems().size(), preview.problems().toString());
    }

    @Test
    void readsRowsWithoutAHeadAndAsksForTheOutcomesWording() {
        UnitPreview preview = read("1,1.1,\"Identify, then list\"\n1,1.2,Explain\n");
        assertEquals("1|\n1.1|Identify, then list\n1.2|Explain\n", UnitTexts.criteria(preview));
        assertTrue(
                UnitTexts.messages(preview).stream()
                        .anyMatch(one -> one.contains("learning outcome 1. Type the wording")));
    }

    @Test
    void takesDetailsFromRowsBeforeTheHead() {
        UnitPreview preview =
                read(
                        "Title,Waiting\nUnit number,9\nLevel,2\n\noutcome,criterion,text\n1 A,1.1,B\n");
        assertEquals("Waiting", preview.draft().title());
        assertEquals("9", preview.draft().number());
        assertEquals("2", preview.draft().level());
        assertEquals(List.of(), preview.problems());
    }

    @Test
    void namesTheLineOfWhatIsWrong() {
        UnitPreview preview =
                read(
                        "outcome,criterion,text\n1 A,1.1,One\n1,1.1,Two\n1,,No number\n"
                                + "1,1.4,Four\n");
        List<String> messages = UnitTexts.messages(preview);
        assertTrue(messages.toString().contains("on line 2 and on line 3"), messages.toString());
        assertTrue(messages.toString().contains("Line 4 was not used"), messages.toString());
        assertTrue(messages.toString().contains("1.2 to 1.3 are missing"), messages.toString());
        assertEquals("outcome 1, criterion 1.1", preview.lines().get(1).became().message());
    }

    @Test
    void refusesAQuotationMarkThatIsNeverClosed() {
        String csv = "outcome,criterion,text\n1,1.1,\"Identify\n1,1.2,Explain\n";
        try {
            UnitPreview preview = read(csv);
            assertEquals(1, preview.draft().criterionCount());
        } catch (Problem.BadInput refused) {
            assertTrue(String.valueOf(refused.getMessage()).contains("line 1"));
        }
    }

    @Test
    void leavesTextWithCommasToTheReaderOfTexts() {
        UnitPreview preview = UnitTexts.read("Unit title: A\n\n1 Know a, b, c\n1.1 Say a, b, c\n");
        assertEquals("1|Know a, b, c\n1.1|Say a, b, c\n", UnitTexts.criteria(preview));
        assertThrows(Problem.BadInput.class, () -> UnitReader.preview(new byte[0], null));
    }
}
