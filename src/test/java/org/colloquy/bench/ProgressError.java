package org.colloquy.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Progress;
import org.colloquy.speech.Engine;
import org.colloquy.speech.ModelFolders;
import org.colloquy.speech.Speakers;
import org.colloquy.speech.SpeechRequest;
import org.colloquy.speech.Transcriber;

/**
 * Transcribes a decoded recording and compares what was announced with what came: {@code
 * ProgressError SOUND.wav}. Rows on standard output, every announcement on standard error.
 */
public final class ProgressError {
    private static final double FROM_SECONDS = 10;

    private ProgressError() {}

    public static void main(String[] arguments) {
        Announced announced = new Announced();
        long begun = System.nanoTime();
        Progress progress =
                (step, fraction) -> announced.at(seconds(begun), fraction == null ? 0 : fraction);
        new Transcriber(new ModelFolders(List.of(Path.of("models"))))
                .transcribe(
                        Path.of(arguments[0]),
                        new SpeechRequest(Engine.WHISPER, null, "en", new Speakers.Auto()),
                        progress,
                        Cancellation.NEVER);
        double took = seconds(begun);
        System.err.print(announced.lines());
        print("seconds it took", took, "");
        print(
                "largest error of the announced end after ten seconds, share of the whole",
                announced.worstTotal(FROM_SECONDS, took),
                "0.2");
        print(
                "largest error of the announced fraction after ten seconds",
                announced.worstFraction(FROM_SECONDS, took),
                "0.1");
    }

    private static void print(String what, double figure, String aim) {
        System.out.println(String.format(Locale.ROOT, "%s\t%.3f\t%s", what, figure, aim));
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
