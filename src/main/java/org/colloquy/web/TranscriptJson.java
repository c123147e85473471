package org.colloquy.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.colloquy.redaction.Masking;
import org.colloquy.speech.Model;
import org.colloquy.transcript.Check;
import org.colloquy.transcript.Gap;
import org.colloquy.transcript.MachineWord;
import org.colloquy.transcript.Speaker;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Turn;
import org.colloquy.transcript.TurnSaved;
import org.colloquy.transcript.Word;
import org.jspecify.annotations.Nullable;

/** Transcripts as the front end reads them: {@code types.ts} has the same records. */
final class TranscriptJson {
    private TranscriptJson() {}

    record Body(
            String id,
            String recordingId,
            int version,
            String engine,
            Model model,
            String language,
            double durationSeconds,
            Instant createdAt,
            List<SpeakerBody> speakers,
            List<TurnBody> turns,
            List<GapBody> gaps,
            List<Check> checks) {
        static Body of(Transcript transcript, List<Check> checks) {
            return new Body(
                    transcript.id(),
                    transcript.recordingId(),
                    transcript.version(),
                    transcript.engine(),
                    transcript.model(),
                    transcript.language(),
                    seconds(transcript.durationMillis()),
                    transcript.createdAt(),
                    SpeakerBody.of(transcript.speakers()),
                    transcript.turns().stream().map(TurnBody::of).toList(),
                    transcript.gaps().stream().map(GapBody::of).toList(),
                    checks);
        }
    }

    /**
     * @param named whether people gave it the name; a page says "Speaker 2" in its own language
     */
    record SpeakerBody(int number, String name, boolean named) {
        static List<SpeakerBody> of(List<Speaker> speakers) {
            return speakers.stream()
                    .map(one -> new SpeakerBody(one.number(), one.name(), one.hasName()))
                    .toList();
        }
    }

    record GapBody(double start, double end) {
        static GapBody of(Gap gap) {
            return new GapBody(seconds(gap.startMillis()), seconds(gap.endMillis()));
        }
    }

    record TurnBody(
            int id,
            @Nullable Integer speaker,
            double start,
            double end,
            List<WordBody> words,
            boolean corrected) {
        static TurnBody of(Turn turn) {
            return new TurnBody(
                    turn.id(),
                    turn.speaker(),
                    seconds(turn.startMillis()),
                    seconds(turn.endMillis()),
                    turn.words().stream().map(WordBody::of).toList(),
                    turn.corrected());
        }
    }

    record WordBody(
            int id,
            String text,
            double start,
            double end,
            @Nullable Double confidence,
            @Nullable Integer machine,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean redacted) {
        static WordBody of(Word word) {
            return new WordBody(
                    word.id(),
                    word.text(),
                    seconds(word.startMillis()),
                    seconds(word.endMillis()),
                    word.confidence(),
                    word.machineId(),
                    word.text().equals(Masking.BLOCK));
        }

        static WordBody of(MachineWord word) {
            return new WordBody(
                    word.id(),
                    word.text(),
                    seconds(word.startMillis()),
                    seconds(word.endMillis()),
                    word.confidence(),
                    word.id(),
                    word.text().equals(Masking.BLOCK));
        }
    }

    record SavedBody(int version, TurnBody turn, List<String> tagsToReview) {
        static SavedBody of(TurnSaved saved) {
            return new SavedBody(saved.version(), TurnBody.of(saved.turn()), saved.tagsToReview());
        }
    }

    static double seconds(long millis) {
        return millis / 1000.0;
    }
}
