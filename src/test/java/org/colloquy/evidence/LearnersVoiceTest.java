package org.colloquy.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Set;
import org.colloquy.transcript.Speaker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LearnersVoiceTest {
    private static final LearnersVoice VOICE =
            new LearnersVoice(
                    Set.of("bogdan ilie", "bogdan", "learner"),
                    Set.of("amara oke", "amara", "assessor"));

    private static @Nullable Integer of(String... names) {
        List<Speaker> speakers =
                java.util.stream.IntStream.range(0, names.length)
                        .mapToObj(i -> new Speaker(i + 1, names[i]))
                        .toList();
        return VOICE.among(speakers);
    }

    @Test
    void whoIsCalledLikeTheLearner() {
        assertEquals(2, of("Speaker 1", " Bogdan  ILIE"));
        assertEquals(1, of("bogdan", "Amara Oke", "Speaker 3"));
        assertEquals(2, of("Assessor", "Learner"));
    }

    @Test
    void theOneBesideTheAssessor() {
        assertEquals(2, of("Amara", "Speaker 2"));
        assertEquals(1, of("Speaker 1", "Amara Oke"));
    }

    @Test
    void nobodyWhereNamesDoNotTellIt() {
        assertNull(of("Speaker 1", "Speaker 2"));
        assertNull(of("Amara", "Speaker 2", "Speaker 3"));
        assertNull(of("Bogdan", "Bogdan Ilie"));
        assertNull(of("Amara"));
        assertNull(of());
    }
}
