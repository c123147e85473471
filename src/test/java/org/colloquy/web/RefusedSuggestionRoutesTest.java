package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.Wav;
import org.colloquy.people.Role;
import org.colloquy.transcript.Speech;
import org.colloquy.web.TestServer.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a person refused stays refused, whatever happens to the words. */
class RefusedSuggestionRoutesTest extends SuggestingTalk {
    @Test
    void refusingIsKeptWhenSuggestionsAreMadeAnewAndCanBeTakenBack() {
        String criterion = best();
        JsonNode passage = passage();
        assertEquals(200, answer(assessor, passage, criterion, false).status());
        assertEquals(
                1,
                answer(assessor, passage, criterion, false)
                        .json()
                        .get("history")
                        .get("changes")
                        .size());
        assertTrue(criteria(passage).contains(criterion), passage.toString());
        assertFalse(criteria(passage()).contains(criterion));
        makeAnew();
        assertFalse(criteria(passage()).contains(criterion));
        Answer undone = assessor.post("/api/recordings/" + recording + "/undo", Map.of());
        assertEquals(200, undone.status(), undone.body());
        assertEquals(criteria(passage), criteria(passage()));
        assertTrue(
                assessor.get("/api/recordings/" + recording + "/audit")
                        .body()
                        .contains("refuse-suggestion"));
    }

    @Test
    void whatWasRefusedStaysRefusedInALaterHearing() {
        String criterion = best();
        JsonNode passage = passage();
        assertTrue(criteria(passage).contains(criterion), passage.toString());
        assertEquals(200, answer(assessor, passage, criterion, false).status());
        transcript =
                Speech.replace(
                                talk.server.application().hearings(),
                                recording,
                                Speech.of(
                                        "Well how do you begin a job like that?",
                                        "First I write down every thing that has to be done, and in"
                                                + " which order, and then I check it."))
                        .id();
        awaited(recording);
        assertFalse(criteria(passage()).contains(criterion), passage().toString());
        Answer undone = assessor.post("/api/recordings/" + recording + "/undo", Map.of());
        assertEquals(200, undone.status(), undone.body());
        assertTrue(criteria(passage()).contains(criterion), passage().toString());
    }

    @Test
    void whatWasRefusedStaysRefusedWhereRecordingsAreJoined() throws IOException {
        String criterion = best();
        assertEquals(200, answer(assessor, passage(), criterion, false).status());
        String before =
                talk.rows.recording(
                        talk.session, talk.server.person(Role.ASSESSOR).id(), "ready", 2_000L);
        talk.store(before, "Good morning.");
        for (String id : List.of(before, recording)) {
            Path folder = Files.createDirectories(data.resolve("recordings").resolve(id));
            Files.write(
                    folder.resolve("audio.wav"), Wav.tone(16_000 * (id.equals(before) ? 2 : 60)));
            awaited(id);
        }
        Answer joined =
                assessor.post(
                        "/api/sessions/" + talk.session + "/join",
                        Map.of("recordingIds", List.of(before, recording)));
        assertEquals(200, joined.status(), joined.body());
        String whole = joined.json().get("id").asString();
        assertEquals(
                201,
                assessor.post("/api/recordings/" + whole + "/suggestions/refresh", Map.of())
                        .status());
        JsonNode passages = awaited(whole).get("passages");
        assertEquals(1, passages.size(), passages.toString());
        assertFalse(criteria(passages.get(0)).contains(criterion), passages.toString());
    }

    /** The likeliest of the passage's criteria, refused. */
    private String refused() {
        String criterion = best();
        assertTrue(criteria(passage()).contains(criterion), passage().toString());
        assertEquals(200, answer(assessor, passage(), criterion, false).status());
        return criterion;
    }

    private void staysRefused(String criterion) {
        makeAnew();
        Answer all = assessor.get("/api/recordings/" + recording + "/suggestions");
        assertEquals(200, all.status(), all.body());
        assertFalse(all.json().get("passages").isEmpty(), all.body());
        for (JsonNode passage : all.json().get("passages")) {
            assertFalse(criteria(passage).contains(criterion), all.body());
        }
    }

    /** After a change, after it was taken back, and after it was done again. */
    private void staysRefusedThroughAll(String criterion) {
        staysRefused(criterion);
        step("undo");
        staysRefused(criterion);
        step("redo");
        staysRefused(criterion);
    }

    private void step(String which) {
        Answer taken = assessor.post("/api/recordings/" + recording + "/" + which, Map.of());
        assertEquals(200, taken.status(), taken.body());
    }

    private void change(String path, Map<String, Object> body) {
        Map<String, Object> whole = new HashMap<>(body);
        whole.put(
                "version",
                assessor.get("/api/recordings/" + recording + "/transcript")
                        .json()
                        .get("version")
                        .asInt());
        Answer changed = assessor.post("/api/transcripts/" + transcript + path, whole);
        assertEquals(200, changed.status(), changed.body());
    }

    @Test
    void staysRefusedWhenTheWordsAtItsEdgesAreCorrected() {
        String criterion = refused();
        correct(SAID.replace("First", "To begin with").replace("check it.", "go."));
        staysRefusedThroughAll(criterion);
        correct(SAID.replace("First I", "").replace("check it.", ""));
        staysRefusedThroughAll(criterion);
    }

    @Test
    void staysRefusedWhenTheWordsAtItsEdgesAreReplacedEverywhere() {
        String criterion = refused();
        change(
                "/replace",
                Map.of(
                        "find",
                        "first",
                        "replace",
                        "at the beginning",
                        "matchCase",
                        false,
                        "wholeWords",
                        true,
                        "skip",
                        List.of()));
        staysRefusedThroughAll(criterion);
    }

    @Test
    void staysRefusedWhenItsTurnIsSplitAndJoined() {
        String criterion = refused();
        change("/turns/2/split", Map.of("beforeWord", 20));
        correct("Initially I write down every thing that has to be done, and");
        staysRefused(criterion);
        step("undo");
        step("undo");
        staysRefused(criterion);
        step("redo");
        step("redo");
        change("/turns/2/join", Map.of());
        staysRefusedThroughAll(criterion);
    }

    @Test
    void aDeletedPassageTakesItsRefusalAlongAndBringsItBack() {
        String criterion = refused();
        correct("");
        makeAnew();
        Answer without = assessor.get("/api/recordings/" + recording + "/suggestions");
        assertEquals(200, without.status(), without.body());
        for (JsonNode passage : without.json().get("passages")) {
            assertNotEquals(9, passage.get("firstWord").asInt(), without.body());
        }
        step("undo");
        staysRefused(criterion);
        step("undo");
        makeAnew();
        assertTrue(criteria(passage()).contains(criterion), "the refusal was taken back");
    }

    @Test
    void aSuggestionWhoseEdgeWasCorrectedIsStillThereAndCanBeRefused() {
        String criterion = best();
        JsonNode before = passage();
        correct(SAID.replace("First I", "I"));
        JsonNode after = passage();
        assertEquals(before.get("id"), after.get("id"));
        assertEquals(10, after.get("firstWord").asInt());
        assertEquals(criteria(before), criteria(after));
        step("undo");
        assertEquals(before, passage());
        step("redo");
        assertEquals(200, answer(assessor, before, criterion, false).status());
        assertFalse(criteria(passage()).contains(criterion), passage().toString());
        staysRefused(criterion);
    }

    @Test
    void whatIsNotThereAnyMoreIsNotRefused() {
        String criterion = best();
        JsonNode passage = passage();
        correct("");
        assertEquals(404, answer(assessor, passage, criterion, false).status());
        step("undo");
        makeAnew();
        assertTrue(criteria(passage()).contains(criterion), passage().toString());
    }
}
