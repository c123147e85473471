package org.colloquy.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.colloquy.speech.sound.Sound;

/**
 * A synthesiser's voice at one rate: espeak-ng ("espeak-ng:en-gb+f3") or flite ("flite:slt").
 *
 * @param rate 1: as the synthesiser speaks by itself, 1.2: a fifth faster
 */
record Voice(String name, double rate) {
    /** espeak-ng's own words a minute. */
    private static final double ESPEAK_RATE = 175;

    private static final int SECONDS = 20;

    /** Where a stretch of a sentence is one word. */
    record Cut(String word, double startSeconds, double endSeconds) {}

    /** What was said, and of flite the phones with their ends in seconds ("w:0.289"). */
    private record Said(float[] samples, String phones) {}

    boolean isFlite() {
        return name.startsWith("flite:");
    }

    /** The text as this voice says it, at 16 kHz, silence around it included. */
    float[] say(String text) throws IOException {
        return said(text).samples();
    }

    /**
     * Where the words of a sentence lie in what {@link #say} gives for it: flite prints the end of
     * each phone; how many phones a word has is counted by saying it alone. Empty where the counts
     * do not add up (a word is said otherwise in company) or the voice cannot tell.
     */
    List<Cut> cuts(List<String> words) throws IOException {
        if (!isFlite()) {
            return List.of();
        }
        List<String> phones = phones(said(String.join(" ", words)).phones());
        List<Cut> cuts = new ArrayList<>();
        int at = 0;
        double end = 0;
        for (String word : words) {
            int count = 0;
            for (String phone : phones(said(word).phones())) {
                if (!silent(phone)) {
                    count++;
                }
            }
            while (at < phones.size() && silent(phones.get(at))) {
                end = seconds(phones.get(at++));
            }
            double start = end;
            while (count > 0 && at < phones.size() && !silent(phones.get(at))) {
                end = seconds(phones.get(at++));
                count--;
            }
            if (count > 0) {
                return List.of();
            }
            cuts.add(new Cut(word, start, end));
        }
        boolean left = phones.subList(at, phones.size()).stream().anyMatch(p -> !silent(p));
        return left ? List.of() : cuts;
    }

    private static List<String> phones(String printed) {
        return Arrays.stream(printed.strip().split("\\s+")).filter(p -> p.contains(":")).toList();
    }

    private static boolean silent(String phone) {
        return phone.startsWith("pau:");
    }

    private static double seconds(String phone) {
        return Double.parseDouble(phone.substring(phone.indexOf(':') + 1));
    }

    private Said said(String text) throws IOException {
        Path wav = Files.createTempFile("said", ".wav");
        try {
            String voice = name.substring(name.indexOf(':') + 1);
            List<String> command =
                    isFlite()
                            ? List.of(
                                    "flite",
                                    "-voice",
                                    voice,
                                    "-psdur",
                                    "--setf",
                                    "duration_stretch=" + number(1 / rate),
                                    "-t",
                                    text,
                                    "-o",
                                    wav.toString())
                            : List.of(
                                    "espeak-ng",
                                    "-v",
                                    voice,
                                    "-s",
                                    Math.round(ESPEAK_RATE * rate) + "",
                                    "-w",
                                    wav.toString(),
                                    text);
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String printed = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("Failed: " + command);
            }
            return new Said(read(Files.readAllBytes(wav)), printed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while a voice speaks", stopped);
        } finally {
            Files.delete(wav);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /** A mono WAV of 16 bits, brought to 16 kHz. espeak-ng does not fill in the length. */
    private static float[] read(byte[] wav) {
        ByteBuffer bytes = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        int rate = bytes.getInt(24);
        int data = 44;
        float[] samples = new float[(wav.length - data) / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = bytes.getShort(data + 2 * i) / 32768f;
        }
        return resampled(samples, rate);
    }

    /** By a sinc of 32 zero crossings under a Hann window, its cut at the lower rate's half. */
    static float[] resampled(float[] samples, int rate) {
        if (rate == Sound.RATE) {
            return samples;
        }
        double step = rate / (double) Sound.RATE;
        double cut = Math.min(1, 1 / step);
        int half = (int) Math.ceil(16 / cut);
        float[] resampled = new float[(int) (samples.length / step)];
        for (int i = 0; i < resampled.length; i++) {
            double at = i * step;
            int middle = (int) at;
            double sum = 0;
            for (int k = Math.max(0, middle - half + 1);
                    k <= Math.min(samples.length - 1, middle + half);
                    k++) {
                double x = at - k;
                double window = 0.5 + 0.5 * Math.cos(Math.PI * x / (half + 1));
                double sinc = x == 0 ? cut : Math.sin(Math.PI * x * cut) / (Math.PI * x);
                sum += samples[k] * sinc * window;
            }
            resampled[i] = (float) sum;
        }
        return resampled;
    }
}
