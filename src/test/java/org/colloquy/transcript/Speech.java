package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.Model;
import org.colloquy.speech.SpeechResult;
import org.colloquy.speech.Word;
import org.jspecify.annotations.Nullable;

/** Spoken words for tests: 300 ms each, 100 ms between them. */
public final class Speech {
    private Speech() {}

    /** Kept as the recording's first transcript. */
    public static Transcript store(
            Hearings hearings, Transcripts transcripts, String recordingId, SpeechResult result) {
        hearings.store(recordingId, null, null, result);
        return transcripts.get(recordingId);
    }

    /** Heard again, whole, and accepted as it is. */
    public static Transcript replace(Hearings hearings, String recordingId, SpeechResult result) {
        hearings.store(recordingId, null, null, result);
        Proposal proposal = hearings.proposal(recordingId);
        return hearings.accept(proposal.id(), proposal.present().version());
    }

    /** Each line a speaker's, in turn 1, 2, 1, 2, ...; a second of silence between lines. */
    public static SpeechResult of(String... lines) {
        List<Word> words = new ArrayList<>();
        double now = 0;
        for (int line = 0; line < lines.length; line++) {
            for (String text : lines[line].split(" ")) {
                words.add(new Word(text, now, now + 0.3, 0.9, line % 2 + 1));
                now += 0.4;
            }
            now += 1;
        }
        return heard(words, now);
    }

    /** That many words without speakers: "word1 word2 ...", every tenth ending a sentence. */
    public static SpeechResult ofLength(int length, @Nullable Integer speaker) {
        List<Word> words = new ArrayList<>();
        for (int i = 1; i <= length; i++) {
            String text = "word" + i + (i % 10 == 0 ? "." : "");
            words.add(new Word(text, i * 0.4, i * 0.4 + 0.3, 0.8, speaker));
        }
        return heard(words, length * 0.4 + 1);
    }

    public static SpeechResult heard(List<Word> words, double seconds) {
        return new SpeechResult(
                "whisper", new Model("whisper-base", "a".repeat(64)), "en", seconds, words);
    }
}
