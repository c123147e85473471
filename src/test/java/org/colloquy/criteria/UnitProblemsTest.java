package org.colloquy.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.colloquy.common.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not understood is said, with its line; what is no text is refused. */
class UnitProblemsTest {
    private static final String SMALL = "Unit title: A\n\n1 Know b\n1.1 Say b\n1.2 Show b\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Unit title: A\\n1 Know b\\n1.1 One\\n1.1 Two|used twice: on line 3 and on line 4
                    Unit title: A\\n1 Know b\\n1.1 One\\n1.4 Two|1.2 to 1.3 are missing before criterion 1.4 on line 4
                    Unit title: A\\n1 Know b\\n1.1 One\\n3 Know c\\n3.1 Two|Learning outcome 2 was not found before outcome 3 on line 4
                    Unit title: A\\n1 Know b\\n1.1 One\\n2 Know c|Learning outcome 2 (line 4) has no criteria
                    Unit title: A\\n1 Know b\\n1.1 One\\n2.1 Two|Criterion 2.1 (line 4) has no line for its learning outcome 2
                    Unit title: A\\n1 Know b\\n1.1 One\\n1.1 One\\n1.2 Two|printed twice in the same words, on lines 3 and 4
                    Learning outcomes\\n1 Know b\\n1.1 One|No title was found
                    Unit title: A\\n\\nOnly prose.|No assessment criteria were found
                    Unit title: A\\nCredit value: 2.5\\n1 Know b\\n1.1 One|which is not one whole number
                    Unit title: A\\n1 Know b\\n1.1 One\\n\\nUnit title: B\\n1 Know c\\n1.1 Two|Line 5 starts another unit
                    """)
    void namesTheLine(String text, String expected) {
        UnitPreview preview = UnitTexts.read(text.replace("\\n", "\n"));
        List<String> messages = UnitTexts.messages(preview);
        assertTrue(messages.stream().anyMatch(one -> one.contains(expected)), messages.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsAllLineEndings(String end) {
        UnitPreview preview = UnitTexts.read(SMALL.replace("\n", end));
        assertEquals("1|Know b\n1.1|Say b\n1.2|Show b\n", UnitTexts.criteria(preview));
        assertEquals("criterion 1.2", preview.lines().get(4).became().message());
        assertEquals(6, preview.lines().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252"})
    void readsEncodings(String charset) {
        String text = SMALL.replace("Show b", "Show “café” – now");
        UnitPreview preview =
                UnitReader.preview(text.getBytes(Charset.forName(charset)), "unit.txt");
        assertTrue(UnitTexts.criteria(preview).endsWith("1.2|Show “café” – now\n"));
        assertEquals(
                charset.equals("windows-1252"),
                UnitTexts.messages(preview).toString().contains("Windows-1252"));
    }

    @Test
    void refusesWhatIsNoText() {
        for (byte[] bytes :
                List.of(
                        "PK\3\4 and more".getBytes(StandardCharsets.ISO_8859_1),
                        "%PDF-1.7".getBytes(StandardCharsets.ISO_8859_1),
                        "1 Know\nb\0c".getBytes(StandardCharsets.UTF_8),
                        new byte[100],
                        new byte[] {1, 2, 3, 4, 5, 6, (byte) 0x81, (byte) 0x8d})) {
            Problem problem =
                    assertThrows(
                            Problem.BadInput.class, () -> UnitReader.preview(bytes, "unit.docx"));
            String sentence = String.valueOf(problem.getMessage());
            assertTrue(sentence.startsWith("unit.docx is not text: "), sentence);
        }
        Problem zero =
                assertThrows(
                        Problem.BadInput.class,
                        () -> UnitReader.preview("a\nb\0c".getBytes(StandardCharsets.UTF_8), "u"));
        assertTrue(String.valueOf(zero.getMessage()).contains("line 2"));
        assertThrows(
                Problem.BadInput.class,
                () -> UnitReader.preview(" \n".getBytes(StandardCharsets.UTF_8), null));
        assertThrows(
                Problem.TooLarge.class, () -> UnitReader.preview(new byte[(1 << 20) + 1], "u"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Simulation is not allowed for any part of this unit.|false
                    Simulation must not be used.|false
                    Simulation is permitted.|true
                    Simulation: No|false
                    Simulated activities are acceptable for this unit.|true
                    Simulation may be used for 2.1 only.|
                    Simulation is not allowed, except for outcome 2.|
                    The candidate talks about simulation.|
                    Nothing is said.|
                    """)
    void judgesSimulation(String sentence, Boolean expected) {
        UnitPreview preview =
                UnitTexts.read(SMALL + "\nEvidence requirements\n\n" + sentence + "\n");
        assertEquals(expected, preview.draft().simulationAllowed());
        boolean doubted = UnitTexts.messages(preview).toString().contains("simulation");
        assertEquals(expected == null && sentence.contains("imulation"), doubted);
    }

    @Test
    void simulationWithinACriterionSaysNothing() {
        UnitPreview preview = UnitTexts.read(SMALL + "1.3 Explain why simulation is not allowed\n");
        assertNull(preview.draft().simulationAllowed());
    }

    @Test
    void leavesOutAColumnBesideTheCriteriaAndSaysSo() {
        UnitPreview preview =
                UnitTexts.read(
                        """
                        Unit title	Lead a choir
                        Learning Outcomes	Assessment Criteria	Knowledge, understanding and skills
                        The Learner will:	The Learner can:
                        1 Understand voices	1.1 Name the voices
                        1.2 Compare the voices	This could include:
                        • height
                        2 Be able to lead	2.1 Give a note	Candidates should show:
                        • breath
                        """);
        assertEquals(
                """
                1|Understand voices
                1.1|Name the voices
                1.2|Compare the voices
                2|Be able to lead
                2.1|Give a note
                """,
                UnitTexts.criteria(preview));
        assertEquals(1, preview.problems().size(), preview.problems().toString());
        assertTrue(
                preview.problems().getFirst().message().message().contains("beside the criteria"));
    }

    @Test
    void readsATableFlattenedToOneLineAndOtherScripts() {
        assertEquals(
                "1|Be able to plan\n1.1|Name parties\n1.2|Agree aims\n2|Understand limits\n2.1|Explain them\n",
                UnitTexts.criteria(
                        UnitTexts.read(
                                "Unit Title: Flat  Level: 3\nLearning Outcomes Assessment Criteria"
                                        + " The learner will: The learner can: 1 Be able to plan 1.1"
                                        + " Name parties 1.2 Agree aims 2 Understand limits 2.1 Explain"
                                        + " them\n")));
        assertEquals(
                "1|فهم المتطلبات\n1.1|شرح الأدوار\n",
                UnitTexts.criteria(
                        UnitTexts.read("Unit title: عنوان\n1 فهم المتطلبات\n1.1 شرح الأدوار\n")));
    }

    @Test
    void takesTheOfqualNumberBeforeTheSectorsReference() {
        for (String order :
                List.of(
                        "Unit sector reference: AG26\nUnit reference number: D/601/1553\n",
                        "Unit accession number\tD/601/1553\nUnit sector reference\tAG26\n")) {
            assertEquals("D/601/1553", UnitTexts.read(order + SMALL).draft().reference());
        }
        UnitDraft draft = UnitTexts.read("TQT: 90\nGLH: 45\n" + SMALL).draft();
        assertEquals(45, draft.guidedLearningHours());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1 ", "1.1\n", "<!--", "<script>", "The learner can: ", "| a ", "*a ", "Level: ",
                "2 of things\n", "&", "<p 'x\"", "1.1  A ", "1.1 A:\n\nB:\n", "a\n", "\"",
                        "1,1.1,\"x\n",
                "LO1 A\n", "P1 ", "[(", "\u202e1.1 \u0661", "Unit title: \n", "- ", "\t",
                        "© Page 1\n"
            })
    void hostileTextsAreReadInOnePass(String part) {
        String text = "Unit title: x\n1 Know y\n1.1 Z\n" + part.repeat(60_000 / part.length());
        UnitPreview preview = UnitTexts.read(text);
        assertTrue(preview.problems().size() <= 102);
    }

    @Test
    void readsAVeryLongLineWhole() {
        String words = "word ".repeat(100_000).strip();
        UnitPreview preview = UnitTexts.read("Unit title: x\n1 Know y\n1.1 " + words + "\n1.2 B\n");
        assertEquals(words, preview.draft().outcomes().getFirst().criteria().getFirst().text());
    }

    @Test
    void readsThousandsOfCriteria() {
        StringBuilder text = new StringBuilder("Unit title: x\n");
        for (int outcome = 1; outcome < 60; outcome++) {
            text.append(outcome).append(" Be able to do ").append(outcome).append('\n');
            for (int one = 1; one < 90; one++) {
                text.append(outcome)
                        .append('.')
                        .append(one)
                        .append(" Do ")
                        .append(one)
                        .append('\n');
            }
        }
        UnitPreview preview = UnitTexts.read(text.toString());
        assertEquals(59 * 89, preview.draft().criterionCount());
        assertEquals(List.of(), preview.problems());
        assertEquals("Do 89", preview.draft().outcomes().getLast().criteria().getLast().text());
    }
}
