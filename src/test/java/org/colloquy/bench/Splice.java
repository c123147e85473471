package org.colloquy.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.colloquy.common.Json;
import org.colloquy.speech.sound.Sound;

/** A recording that grows clip by clip, and where each of them lies in it. */
final class Splice {
    private static final double HUM = 50;

    private final List<PlacedWord> words = new ArrayList<>();
    private float[] samples = new float[Sound.RATE * 60];
    private int length;

    /** Noises that a recording may lie in. */
    enum Noise {
        NONE,
        HISS,
        HUM,
        BABBLE
    }

    void silence(double seconds) {
        length += (int) Math.round(seconds * Sound.RATE);
    }

    void add(Clip clip) {
        double start = seconds();
        if (length + clip.samples().length > samples.length) {
            samples = Arrays.copyOf(samples, 2 * (length + clip.samples().length));
        }
        System.arraycopy(clip.samples(), 0, samples, length, clip.samples().length);
        length += clip.samples().length;
        words.add(new PlacedWord(clip.text(), start, seconds()));
    }

    double seconds() {
        return length / (double) Sound.RATE;
    }

    List<PlacedWord> words() {
        return words;
    }

    /**
     * The recording with noise added.
     *
     * @param ratio of the level of the words to that of the noise, in dB
     * @param voices what people in the background say, for babble
     */
    float[] mixed(Noise noise, double ratio, List<Clip> voices, Random random) {
        float[] all = Arrays.copyOf(samples, length);
        float[] added = noise(noise, voices, random);
        double spoken = 0;
        int count = 0;
        for (PlacedWord word : words) {
            int from = (int) Math.round(word.start() * Sound.RATE);
            int to = Math.min(length, (int) Math.round(word.end() * Sound.RATE));
            double level = Clip.rms(all, from, to - from);
            spoken += level * level * (to - from);
            count += to - from;
        }
        double level = Math.sqrt(spoken / Math.max(1, count));
        double factor =
                level * Math.pow(10, -ratio / 20) / Math.max(1e-9, Clip.rms(added, 0, length));
        for (int i = 0; noise != Noise.NONE && i < length; i++) {
            all[i] += (float) (factor * added[i]);
        }
        return all;
    }

    private float[] noise(Noise noise, List<Clip> voices, Random random) {
        float[] added = new float[length];
        switch (noise) {
            case NONE -> {}
            case HISS -> {
                // White noise and brown noise, as of a fan.
                double brown = 0;
                for (int i = 0; i < length; i++) {
                    double white = random.nextGaussian();
                    brown = 0.99 * brown + 0.3 * white;
                    added[i] = (float) (0.5 * white + brown);
                }
            }
            case HUM -> {
                for (int i = 0; i < length; i++) {
                    for (int over = 1; over <= 7; over += 2) {
                        double turn = 2 * Math.PI * HUM * over * i / Sound.RATE;
                        added[i] += (float) (Math.sin(turn + over) / over);
                    }
                    added[i] += (float) (0.05 * random.nextGaussian());
                }
            }
            case BABBLE -> {
                for (int voice = 0; voice < 8; voice++) {
                    int at = random.nextInt(Sound.RATE);
                    while (at < length) {
                        float[] word = voices.get(random.nextInt(voices.size())).samples();
                        for (int i = 0; i < word.length && at + i < length; i++) {
                            added[at + i] += word[i];
                        }
                        at += word.length + random.nextInt(Sound.RATE / 8);
                    }
                }
            }
        }
        return added;
    }

    /** Writes NAME.wav and NAME.json, which has the words and where they are. */
    void write(Path folder, String name, float[] mixed, Map<String, Object> about)
            throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(name + ".wav"), wav(mixed));
        Map<String, Object> truth = new LinkedHashMap<>(about);
        truth.put(
                "words",
                words.stream()
                        .map(
                                word ->
                                        Map.of(
                                                "text", word.text(),
                                                "start", word.start(),
                                                "end", word.end()))
                        .toList());
        Files.writeString(folder.resolve(name + ".json"), Json.write(truth));
    }

    private static byte[] wav(float[] samples) throws IOException {
        int bytes = samples.length * 2;
        ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes()).putInt(36 + bytes).put("WAVEfmt ".getBytes());
        wav.putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(Sound.RATE).putInt(2 * Sound.RATE).putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes()).putInt(bytes);
        for (float sample : samples) {
            wav.putShort((short) Math.clamp(Math.round(sample * 32767), -32768, 32767));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(wav.array());
        return out.toByteArray();
    }
}
