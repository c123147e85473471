package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.colloquy.people.Role;
import org.colloquy.speech.SpeechResult;
import org.colloquy.transcript.Speech;
import org.colloquy.web.TestServer.Answer;
import org.colloquy.web.TestServer.Client;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SuggestionRoutesTest extends SuggestingTalk {
    @Test
    void acceptingMakesATagThatSaysWhereItCameFromAndCanBeTakenBack() {
        String criterion = best();
        JsonNode passage = passage();
        Answer first = answer(assessor, passage, criterion, true);
        assertEquals(200, first.status(), first.body());
        assertTrue(first.json().get("tag").get("suggested").asBoolean());
        Answer again = answer(assessor, passage, criterion, true);
        assertEquals(
                first.json().get("tag").get("id"), again.json().get("tag").get("id"), again.body());
        assertFalse(criteria(passage()).contains(criterion));
        assertTrue(
                assessor.get("/api/recordings/" + recording + "/audit")
                        .body()
                        .contains("MiniLM-L6-v2-q sha256:"));
        assertEquals(
                200, assessor.post("/api/recordings/" + recording + "/undo", Map.of()).status());
        assertEquals(criteria(passage), criteria(passage()));
    }

    @Test
    void whoMayNotSeeTheRecordingIsToldNothing() {
        JsonNode passage = passage();
        Client stranger = talk.stranger();
        assertEquals(404, stranger.get("/api/recordings/" + recording + "/suggestions").status());
        assertEquals(
                404,
                stranger.get("/api/transcripts/" + transcript + "/likely?first=1&last=2").status());
        assertEquals(404, answer(stranger, passage, best(), true).status());
        assertEquals(403, answer(talk.server.as(Role.IQA), passage, best(), true).status());
    }

    @Test
    void whatCannotBeMeantGetsASentence() {
        JsonNode passage = passage();
        assertEquals(400, answer(assessor, passage, "nothing", true).status());
        assertEquals(
                404,
                assessor.post(
                                "/api/transcripts/" + transcript + "/suggestions/answer",
                                Map.of("passageId", "x", "criterionId", "y", "accept", true))
                        .status());
        for (String words : List.of("first=9&last=1", "first=a&last=2", "", "first=1&last=9999")) {
            assertEquals(
                    400,
                    assessor.get("/api/transcripts/" + transcript + "/likely?" + words).status(),
                    words);
        }
    }

    @Test
    void aTranscriptThatNobodyLookedAtHasNoneYet() {
        Answer none = assessor.get("/api/recordings/" + talk.recording + "/suggestions");
        assertEquals(0, none.json().get("passages").size(), none.body());
    }

    @Test
    void aFewCorrectedWordsLeaveItWhereItIsAndManyDropIt() {
        JsonNode before = passage();
        correct(
                "First I write down every task that has to be done, and in which order, and then I"
                        + " check it.");
        JsonNode after = passage();
        assertEquals(before.get("id"), after.get("id"));
        assertEquals(before.get("start"), after.get("start"));
        assertEquals(criteria(before), criteria(after));
        correct("Nothing of the kind ever happened to anybody where we were working last year.");
        Answer none = assessor.get("/api/recordings/" + recording + "/suggestions");
        assertEquals(0, none.json().get("passages").size(), none.body());
        assertTrue(none.json().get("stale").asBoolean());
    }

    @Test
    void hiddenWordsAreInNoSuggestionWhoeverAsks() {
        String all = "/api/recordings/" + recording + "/suggestions";
        String likely = "/api/transcripts/" + transcript + "/likely?first=9&last=28";
        assertTrue(passage().get("criteria").size() > 0);
        assertTrue(assessor.get(all).body().contains("order"), assessor.get(all).body());
        redact(recording, 22, 23);
        nothingSaysOrder(all, likely);
        makeAnew();
        nothingSaysOrder(all, likely);
    }

    private JsonNode likely(String criterion) {
        Answer answer = assessor.get("/api/transcripts/" + transcript + "/likely?first=9&last=28");
        assertEquals(200, answer.status(), answer.body());
        return answer.json()
                .valueStream()
                .filter(one -> one.get("criterionId").asString().equals(criterion))
                .findFirst()
                .orElseThrow();
    }

    private void redact(String of, int first, int last) {
        Answer hidden =
                assessor.post(
                        "/api/recordings/" + of + "/redactions",
                        Map.of("firstWord", first, "lastWord", last, "reason", "a name"));
        assertTrue(hidden.status() < 300, hidden.body());
    }

    @Test
    void likelyIsWhatWasAskedRightBefore() {
        String criterion = talk.rows.criterion(talk.unit, "1.2");
        String answers = "answers a question that was planned for 1.2";
        JsonNode before = likely(criterion);
        assertNotEquals(answers, before.get("because").get("message").asString());
        talk.rows.planned(talk.session, "How do you begin a job like that?", criterion);
        JsonNode asked = likely(criterion);
        assertEquals(answers, asked.get("because").get("message").asString());
        assertTrue(
                asked.get("score").asDouble() > before.get("score").asDouble(),
                before + " " + asked);
        // Of the question itself nothing is an answer to it.
        assertNotEquals(
                answers,
                assessor.get("/api/transcripts/" + transcript + "/likely?first=1&last=8")
                        .json()
                        .get(0)
                        .get("because")
                        .get("message")
                        .asString());
        redact(recording, 1, 8);
        assertNotEquals(
                answers,
                likely(criterion).get("because").get("message").asString(),
                "a hidden question is not read");
    }

    @Test
    void aPassageThatIsHiddenWhereItWasJoinedIsNoExampleForOthers() {
        String criterion = talk.rows.criterion(talk.unit, "1.2");
        String me = talk.server.person(Role.ASSESSOR).id();
        String part = talk.rows.recording(talk.session, me, "ready", 60_000L);
        String whole = talk.rows.recording(talk.session, me, "ready", 90_000L);
        talk.rows.joined(whole, 0, part, 30_000);
        String said =
                "First I write down every thing that has to be done, and in which order, and then I"
                        + " check it.";
        Answer tagged =
                assessor.post(
                        "/api/transcripts/" + talk.store(part, said).id() + "/tags",
                        Map.of(
                                "firstWord",
                                1,
                                "lastWord",
                                20,
                                "criterionIds",
                                List.of(criterion),
                                "reason",
                                ""));
        assertEquals(201, tagged.status(), tagged.body());
        String like = "like a passage that was tagged to 1.2";
        assertEquals(like, likely(criterion).get("because").get("message").asString());
        // Hidden in the whole, which has a transcript of its own.
        talk.store(whole, "Silence.", said);
        talk.rows.redaction(whole, 31_000, 32_000, me);
        assertNotEquals(like, likely(criterion).get("because").get("message").asString());
    }

    @Test
    void inAnotherLanguageANoteSaysWhatSuggestionsRestOn() {
        String all = "/suggestions";
        assertTrue(assessor.get("/api/recordings/" + recording + all).json().get("note").isNull());
        String welsh =
                talk.rows.recording(
                        talk.session, talk.server.person(Role.ASSESSOR).id(), "ready", 60_000L);
        SpeechResult heard =
                Speech.of(
                        "Sut wyt ti'n dechrau?",
                        "Yn gyntaf dwi'n ysgrifennu rhestr o'r tasks a'r order y mae'n rhaid eu"
                                + " gwneud, ac wedyn dwi'n gwirio popeth eto cyn mynd allan.");
        talk.server
                .application()
                .hearings()
                .store(
                        welsh,
                        null,
                        null,
                        new SpeechResult(
                                heard.engine(),
                                heard.model(),
                                "cy",
                                heard.durationSeconds(),
                                heard.words()));
        JsonNode suggested = awaited(welsh);
        assertEquals(
                "These rest on words that passage and criterion share, on planned questions and on"
                        + " earlier tags: what is meant is compared in English only.",
                suggested.get("note").get("message").asString());
        // The two words that it has in common with 1.1 are all that speaks for it.
        assertEquals(1, suggested.get("passages").size(), suggested.toString());
        JsonNode first = suggested.get("passages").get(0).get("criteria").get(0);
        assertEquals(talk.rows.criterion(talk.unit, "1.1"), first.get("criterionId").asString());
        assertEquals("speaks of tasks, order", first.get("because").get("message").asString());
    }

    private void nothingSaysOrder(String... addresses) {
        for (Client who : List.of(assessor, talk.server.as(Role.IQA))) {
            for (String address : addresses) {
                Answer answer = who.get(address);
                assertEquals(200, answer.status(), answer.body());
                assertFalse(answer.body().contains("order"), answer.body());
                JsonNode json = answer.json();
                JsonNode likely =
                        json.isArray() ? json : json.get("passages").get(0).get("criteria");
                for (JsonNode one : likely) {
                    List<Integer> ids =
                            one.get("words").valueStream().map(JsonNode::asInt).toList();
                    assertFalse(ids.contains(22) || ids.contains(23), answer.body());
                }
            }
        }
    }

    @Test
    void afterTranscribeWasWithdrawnNothingIsReadOrShown() {
        talk.rows.withdrawnConsent(
                talk.session, talk.server.person(Role.ASSESSOR).id(), "transcribe");
        Answer none = assessor.get("/api/recordings/" + recording + "/suggestions");
        assertEquals(0, none.json().get("passages").size(), none.body());
        assertEquals(
                409,
                assessor.get("/api/transcripts/" + transcript + "/likely?first=9&last=20")
                        .status());
        assertEquals(
                409,
                assessor.post("/api/recordings/" + recording + "/suggestions/refresh", Map.of())
                        .status());
    }

    @Test
    void aDiscussionThatWasHeardIsLookedThroughByItself() {
        String heard =
                talk.rows.recording(
                        talk.session, talk.server.person(Role.ASSESSOR).id(), "ready", 60_000L);
        talk.store(heard, "I write down all that has to be done, and in which order it is done.");
        JsonNode suggested = awaited(heard);
        assertEquals(1, suggested.get("passages").size(), suggested.toString());
        assertTrue(suggested.get("note").isNull(), suggested.toString());
    }
}
