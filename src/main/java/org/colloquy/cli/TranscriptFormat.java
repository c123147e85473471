package org.colloquy.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.colloquy.common.Json;
import org.colloquy.speech.Gap;
import org.colloquy.speech.Model;
import org.colloquy.speech.SpeechResult;
import org.colloquy.speech.Word;
import org.colloquy.speech.captions.Captions;
import org.colloquy.speech.captions.Rttm;
import org.jspecify.annotations.Nullable;

/** How a transcript is printed. The names are those of the option. */
enum TranscriptFormat {
    txt,
    json,
    vtt,
    srt,
    rttm;

    /**
     * @param gaps left out where everything was transcribed, so that what reads this need not know
     *     of them
     */
    private record JsonTranscript(
            String engine,
            Model model,
            String language,
            double duration,
            List<JsonWord> words,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<JsonGap> gaps) {}

    /** What could not be transcribed. */
    private record JsonGap(double start, double end) {}

    private record JsonWord(
            String text, double start, double end, double confidence, @Nullable Integer speaker) {}

    /**
     * @param name of the recording, for what names it
     */
    String text(SpeechResult result, String name) {
        return switch (this) {
            case txt -> Captions.plainText(result.words(), result.gaps());
            case json -> json(result) + "\n";
            case vtt -> Captions.webVtt(result.words(), result.gaps());
            case srt -> Captions.subRip(result.words(), result.gaps());
            case rttm -> Rttm.of(name, result.words());
        };
    }

    private static String json(SpeechResult result) {
        return Json.writeInEnglish(
                new JsonTranscript(
                        result.engine(),
                        result.model(),
                        result.language(),
                        rounded(result.durationSeconds()),
                        result.words().stream().map(TranscriptFormat::json).toList(),
                        result.gaps().stream().map(TranscriptFormat::json).toList()));
    }

    private static JsonWord json(Word word) {
        return new JsonWord(
                word.text(),
                rounded(word.startSeconds()),
                rounded(word.endSeconds()),
                rounded(word.confidence()),
                word.speaker());
    }

    private static JsonGap json(Gap gap) {
        return new JsonGap(rounded(gap.startSeconds()), rounded(gap.endSeconds()));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
