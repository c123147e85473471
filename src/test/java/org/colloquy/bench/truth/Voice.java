package org.colloquy.bench.truth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.bench.noise.Signal;
import org.colloquy.speech.sound.Sound;

/**
 * A synthesiser with a voice: {@code flite} or {@code espeak-ng}, brought to 16 kHz by {@code sox}.
 *
 * @param command what says the text that follows, and writes WAV to the file put for {@code OUT}
 */
record Voice(List<String> command) {
    private static final String OUT = "OUT";

    /** Quieter than this share of the loudest sample is not yet the sound of a word. */
    private static final float EDGE = 0.02f;

    static Voice flite(String name) {
        return new Voice(List.of("flite", "-voice", name, "-o", OUT, "-t"));
    }

    /**
     * @param pace words a minute
     */
    static Voice espeak(String name, int pace) {
        return new Voice(List.of("espeak-ng", "-v", name, "-s", String.valueOf(pace), "-w", OUT));
    }

    /** The sentence without the silence around it, as loud as every other. */
    Signal say(String text) throws IOException, InterruptedException {
        Path said = Files.createTempFile("said", ".wav");
        Path sixteen = Files.createTempFile("said", ".wav");
        try {
            List<String> arguments = new ArrayList<>();
            command.forEach(word -> arguments.add(word.equals(OUT) ? said.toString() : word));
            arguments.add(text);
            run(arguments);
            run(
                    List.of(
                            "sox",
                            "-R",
                            said.toString(),
                            "-r",
                            "16000",
                            "-b",
                            "16",
                            "-c",
                            "1",
                            sixteen.toString(),
                            "gain",
                            "-3"));
            return trimmed(read(sixteen)).level(-20);
        } finally {
            Files.delete(said);
            Files.delete(sixteen);
        }
    }

    static Signal read(Path wav) throws IOException {
        try (Sound sound = Sound.open(wav)) {
            Signal signal = new Signal(sound.durationSeconds());
            float[] samples = sound.mix(0, signal.samples.length);
            System.arraycopy(samples, 0, signal.samples, 0, samples.length);
            return signal;
        }
    }

    private static Signal trimmed(Signal whole) {
        double least = whole.peak() * EDGE;
        int first = 0;
        int last = whole.samples.length;
        while (first < last && Math.abs(whole.samples[first]) < least) {
            first++;
        }
        while (last > first && Math.abs(whole.samples[last - 1]) < least) {
            last--;
        }
        Signal trimmed = new Signal((last - first) / (double) Signal.RATE);
        return trimmed.add(whole, -first / (double) Signal.RATE, 1);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.PIPE)
                        .start();
        String told;
        try (var output = process.getInputStream()) {
            told = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (process.waitFor() != 0) {
            throw new IOException(command + " failed: " + told);
        }
    }
}
