package org.colloquy.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TranscribeRequestVocabularyTest {
    private static List<String> terms(String json) {
        return TranscribeRequest.parse(json, () -> List.of("RIDDOR")).vocabulary();
    }

    @Test
    void theSessionsWordsGuideUnlessTheyAreNotWanted() {
        String start =
                "{\"engine\":\"auto\",\"model\":null,\"language\":null,\"speakers\":\"auto\"";
        assertEquals(List.of("RIDDOR"), terms(start + "}"));
        assertEquals(List.of("RIDDOR"), terms(start + ",\"vocabulary\":true}"));
        assertEquals(List.of(), terms(start + ",\"vocabulary\":false}"));
    }
}
