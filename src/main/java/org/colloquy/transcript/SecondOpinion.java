package org.colloquy.transcript;

import java.time.Instant;
import java.util.List;
import org.colloquy.speech.Model;

/**
 * What another engine makes of a transcript as it reads now.
 *
 * @param engine the other one: "vosk" or "whisper"
 * @param agreement share of the words as they read now on which both agree, 0 to 1
 * @param differences without those where a person kept what is written
 */
public record SecondOpinion(
        String engine,
        Model model,
        Instant createdAt,
        double agreement,
        List<Difference> differences) {

    public SecondOpinion {
        differences = List.copyOf(differences);
    }
}
