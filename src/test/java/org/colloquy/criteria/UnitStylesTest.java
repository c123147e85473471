package org.colloquy.criteria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.colloquy.Shared;
import org.colloquy.criteria.UnitDraft.MethodDraft;
import org.junit.jupiter.api.Test;

/** Units in the ways that awarding bodies print them, in words of our own. */
class UnitStylesTest {
    private static void assertHead(
            UnitPreview preview,
            String title,
            String number,
            String reference,
            String level,
            Integer credit,
            Integer hours) {
        UnitDraft draft = preview.draft();
        assertEquals(title, draft.title());
        assertEquals(number, draft.number());
        assertEquals(reference, draft.reference());
        assertEquals(level, draft.level());
        assertEquals(credit, draft.creditValue());
        assertEquals(hours, draft.guidedLearningHours());
    }

    @Test
    void readsThePublishedUnitWithTabsAndFragments() throws IOException {
        byte[] bytes =
                Files.readAllBytes(
                        Shared.file(
                                "units/ocr-unit-23-negotiate-and-maintain-service-agreements.txt"));
        UnitPreview preview = UnitReader.preview(bytes, "unit.txt");
        UnitDraft draft = preview.draft();
        assertHead(preview, "Negotiate and maintain service agreements", "23", "AG26", "4", 3, 20);
        assertEquals(3, draft.outcomes().size());
        assertEquals(10, draft.criterionCount());
        assertEquals(
                List.of("1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3"),
                draft.outcomes().stream()
                        .flatMap(outcome -> outcome.criteria().stream())
                        .map(UnitDraft.CriterionDraft::number)
                        .toList());
        String source = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        draft.outcomes()
                .forEach(
                        outcome -> {
                            assertTrue(
                                    source.contains(outcome.number() + " " + outcome.text() + "<"));
                            outcome.criteria()
                                    .forEach(
                                            one ->
                                                    assertTrue(
                                                            source.contains(
                                                                    one.number()
                                                                            + " "
                                                                            + one.text()
                                                                            + "</p>")));
                        });
        assertEquals(Boolean.FALSE, draft.simulationAllowed());
        String purpose = draft.purpose();
        String evidence = draft.evidenceRequirements();
        assertTrue(purpose != null && purpose.startsWith("To demonstrate"), purpose);
        assertTrue(evidence != null && evidence.startsWith("Simulation is not allowed"), evidence);
        assertTrue(evidence.endsWith("judge your competence."), evidence);
        assertEquals(
                List.of(
                        "Direct observation of performance",
                        "Evaluation of work products",
                        "Questioning",
                        "Witness testimony",
                        "Professional discussion"),
                draft.methods().stream().map(MethodDraft::name).toList());
        assertTrue(draft.methods().stream().allMatch(one -> one.text().endsWith(".")));
        assertEquals(List.of(), preview.problems());
        assertEquals("title", preview.lines().get(2).became().message());
        assertTrue(
                String.valueOf(preview.lines().get(15).became()).contains("criterion 2.3"),
                preview.lines().get(15).toString());
    }

    @Test
    void readsAHandbookWithHeadingsForEachOutcome() {
        UnitPreview preview = UnitTexts.preview("handbook.txt");
        assertHead(
                preview, "Welcome visitors to a community garden", "214", "K/650/4417", "2", 4, 28);
        assertEquals(
                """
                1|understand what visitors to a garden need
                1.1|describe the groups of people who visit, and what each of them hopes to find there on a first visit
                1.2|explain why paths are kept at least 1.5 metres wide, and how • wheelchairs • prams pass each other
                1.3|state the garden’s rules on dogs.
                2|be able to guide visitors
                2.1|greet visitors according to the garden's procedures
                2.2|give directions that take account of part 2 of the access statement
                3|be able to deal with requests
                3.1|record requests in the day book
                3.2|pass on requests that are outside own responsibility
                3.3|follow up requests that were passed on, keeping the visitor informed
                """,
                UnitTexts.criteria(preview));
        assertEquals(
                "This unit enables learners to greet, guide and look after people who visit a"
                        + " garden, and to deal with what they ask for.",
                preview.draft().purpose());
        assertEquals(Boolean.TRUE, preview.draft().simulationAllowed());
        assertEquals(1, preview.problems().size(), preview.problems().toString());
        assertTrue(
                preview.problems()
                        .getFirst()
                        .message()
                        .message()
                        .contains("page headers and footers"));
    }

    @Test
    void readsALogbookWithColumnsForEvidence() {
        UnitPreview preview = UnitTexts.preview("logbook.txt");
        assertHead(
                preview,
                "Prepare a meeting room for a public hearing",
                "7",
                "Y/650/1790",
                "3",
                2,
                12);
        assertEquals(
                """
                1|Understand what a public hearing needs
                1.1|Explain the purpose of a public hearing
                1.2|Identify who takes part, including: ● the panel ● witnesses ● members of the public
                2|Be able to set out the room
                2.1|Agree a plan of the room with the clerk
                2.2|Set out seats, water and papers
                2.3|Test microphones & hearing loops before the doors open
                """,
                UnitTexts.criteria(preview));
        assertEquals(List.of(), preview.problems());
        assertNull(preview.draft().simulationAllowed());
    }

    @Test
    void keepsGradedCriteriaThatNameNoOutcomeTogetherAndSaysSo() {
        UnitPreview preview = UnitTexts.preview("graded.txt");
        assertHead(preview, "Running a Small Radio Station", "12", "M/650/2201", "3", 10, 60);
        assertEquals(
                """
                1|Know how stations are organised
                2|Be able to plan a programme.
                P/M/D|
                P1|describe the roles in a station
                M1|compare the roles in two stations
                D1|evaluate how roles affect what is heard
                P2|explain the licence a station needs
                P3|plan a programme with a running order
                M2|justify the running order
                D2|recommend changes after a test broadcast
                """,
                UnitTexts.criteria(preview));
        assertEquals(1, preview.problems().size(), preview.problems().toString());
        assertEquals(27, preview.problems().getFirst().line());
    }

    @Test
    void numbersLetteredCriteriaAfterTheirOutcome() {
        UnitPreview preview = UnitTexts.preview("outcomes-lettered.txt");
        assertHead(preview, "Keeping Bees in Towns (SCQF level 5)", null, "J7X2 75", "5", 1, null);
        assertEquals(
                """
                1|Describe the life of a colony.
                1a|The castes of bee are described correctly.
                1b|The yearly cycle is explained with reference to weather.
                2|Inspect a hive safely.
                2a|Neighbours are told before the hive is opened.
                2b|Protective clothing is worn and checked.
                2c|Findings are written down.
                """,
                UnitTexts.criteria(preview));
        assertEquals(
                "Learners will need to provide evidence by way of a log book covering three"
                        + " inspections.",
                preview.draft().evidenceRequirements());
    }

    @Test
    void readsColumnsDrawnWithSpacesAcrossPages() {
        UnitPreview preview = UnitTexts.preview("layout.txt");
        assertHead(preview, "Issue tools in a shared workshop", "5", "L/650/3388", "Entry 3", 1, 8);
        assertEquals(
                """
                1|Understand how to store tools in a shared workshop
                1.1|Explain which tools must be stored off the floor
                1.2|Describe how to label shelves in a shared workshop so that visitors find what they need
                2|Be able to issue tools
                2.1|Issue tools against a signature
                2.2|Check returned tools for damage
                2.3|Report damage to the person who looks after the workshop
                """,
                UnitTexts.criteria(preview));
        assertNull(preview.draft().simulationAllowed());
        assertTrue(
                preview.problems().stream()
                        .anyMatch(
                                doubt ->
                                        doubt.message()
                                                .message()
                                                .contains("speaks of simulation")));
        assertEquals(
                List.of("Observation", "Questioning", "Witness testimony"),
                preview.draft().methods().stream().map(MethodDraft::name).toList());
    }

    @Test
    void readsAWholeWebPage() {
        UnitPreview preview = UnitTexts.preview("page.html");
        assertHead(preview, "Read aloud to a group", "R04", "T/650/9021", "3", 5, 35);
        assertEquals(
                """
                1|Understand how reading aloud works
                1.1|Explain how pace and pause help a listener
                1.2|Describe ways to prepare a text: • marking breaths • reading it twice
                2|Be able to read aloud
                2.1|Read a story of < 10 minutes
                2.2|Read a letter, with the “right” tone
                2.3|Answer listeners’ questions
                """,
                UnitTexts.criteria(preview));
        assertEquals(
                List.of(
                        new MethodDraft("Observation", "the assessor listens."),
                        new MethodDraft(
                                "Professional discussion", "the learner explains choices.")),
                preview.draft().methods());
        assertEquals(
                "Learners read texts aloud so that listeners follow & enjoy them.",
                preview.draft().purpose());
    }

    @Test
    void readsAMarkdownTable() {
        UnitPreview preview = UnitTexts.preview("table.md");
        assertHead(preview, "Mend clothes for others", "9", "A/650/7007", "1", 2, 15);
        assertEquals(
                """
                1|Know what can be mended
                1.1|List five kinds of damage*
                1.2|State when a garment is not worth mending
                2|Be able to mend
                2.1|Sew on a button
                2.2|Close a seam
                """,
                UnitTexts.criteria(preview));
        assertEquals(Boolean.FALSE, preview.draft().simulationAllowed());
        assertFalse(String.valueOf(preview.draft().purpose()).contains("*"));
    }

    @Test
    void readsPrefixedNumbersAndNamesTheGap() {
        UnitPreview preview = UnitTexts.preview("prefixed.txt");
        assertHead(preview, "Lead a walk in the hills", "31", "H/650/5150", "3", 6, 45);
        assertEquals(
                """
                1|Be able to plan a walk
                1.1|Choose a route that suits the slowest walker
                1.2|Write a route card
                2|Be able to lead a walk
                2.1|Brief the group: clothing, food, weather
                2.2|Keep the group together on rough ground
                3|Understand what to do when things go wrong
                3.1|Explain when to turn back
                3.3|Explain how to call for help
                """,
                UnitTexts.criteria(preview));
        assertEquals(
                List.of("The numbering has a gap: 3.2 is missing before criterion 3.3 on line 17."),
                UnitTexts.messages(preview));
    }

    @Test
    void countsCriteriaAnewUnderEachNamedOutcome() {
        UnitDraft draft =
                UnitParser.parse(
                                """
                                Unit 201 Principles of keeping a workshop
                                Level: 2

                                Learning outcomes
                                1. Know the tools
                                2. Understand safety

                                Guided learning hours
                                It is recommended that 32 hours are set aside for this unit.

                                Outcome 1 Know the tools
                                Assessment Criteria
                                The learner can:
                                1. identify the main tools of a workshop
                                2. outline how tools are kept by owners
                                and users

                                Outcome 2 Understand safety
                                Assessment Criteria
                                The learner can:
                                1. outline duties
                                2. explain the purpose of a guard.
                                """)
                        .draft();
        assertEquals(
                List.of("1.1", "1.2", "2.1", "2.2"),
                draft.outcomes().stream()
                        .flatMap(outcome -> outcome.criteria().stream())
                        .map(UnitDraft.CriterionDraft::number)
                        .toList());
        assertEquals("Know the tools", draft.outcomes().getFirst().text());
        assertEquals("Understand safety", draft.outcomes().getLast().text());
        assertEquals(
                "outline how tools are kept by owners and users",
                draft.outcomes().getFirst().criteria().get(1).text());
    }

    @Test
    void takesTheReferenceOutOfTheTitle() {
        UnitDraft draft =
                UnitParser.parse(
                                """
                                Unit 01 Understand the role of the potter (D/615/1234)

                                1 Know the clays
                                1.1 Name two clays
                                """)
                        .draft();
        assertEquals("Understand the role of the potter", draft.title());
        assertEquals("D/615/1234", draft.reference());
    }
}
