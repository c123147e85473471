package org.colloquy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.colloquy.speech.activity.Span;
import org.colloquy.speech.sound.Sound;

/**
 * Cuts recordings of one voice at their pauses into clips for {@link TwoPersonTalk}. Arguments: a
 * folder for the clips, the shortest pause in seconds, then WAV files (16 kHz mono), each with
 * {@code @FROM-TO} after it where only that stretch is the voice's: {@code a.wav@3.7-11.5}.
 */
public final class ClipCutter {
    /** Kept around each clip. */
    private static final double EDGE_SECONDS = 0.03;

    private static final double SHORTEST_SECONDS = 0.25;
    private static final double LONGEST_SECONDS = 12;

    private ClipCutter() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        double pause = Double.parseDouble(arguments[1]);
        int number = 0;
        for (String argument : Arrays.asList(arguments).subList(2, arguments.length)) {
            String[] parts = argument.split("@", 2);
            float[] samples = TalkSound.read(Path.of(parts[0]));
            if (parts.length == 2) {
                String[] stretch = parts[1].split("-", 2);
                samples =
                        cut(
                                samples,
                                Double.parseDouble(stretch[0]),
                                Double.parseDouble(stretch[1]));
            }
            for (Span clip : clips(samples, pause)) {
                Path file = folder.resolve(String.format(Locale.ROOT, "%03d.wav", number++));
                TalkSound.write(
                        file,
                        cut(
                                samples,
                                clip.startSeconds() - EDGE_SECONDS,
                                clip.endSeconds() + EDGE_SECONDS));
            }
        }
    }

    static List<Span> clips(float[] samples, double pauseSeconds) {
        return TalkSound.sounding(samples, pauseSeconds).stream()
                .filter(
                        clip ->
                                clip.seconds() >= SHORTEST_SECONDS
                                        && clip.seconds() <= LONGEST_SECONDS)
                .toList();
    }

    private static float[] cut(float[] samples, double fromSeconds, double toSeconds) {
        int from = (int) Math.clamp(fromSeconds * Sound.RATE, 0, samples.length);
        int to = (int) Math.clamp(toSeconds * Sound.RATE, from, samples.length);
        return Arrays.copyOfRange(samples, from, to);
    }
}
