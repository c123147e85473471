package org.colloquy.bench.truth;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.colloquy.bench.noise.Noise;
import org.colloquy.bench.truth.Talk.Pace;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Json;
import org.colloquy.common.Progress;
import org.colloquy.media.Media;
import org.colloquy.speech.sound.WavFile;

/**
 * Writes conversations and shared recordings at several levels and in several noises, each beside
 * what is said in it ({@code NAME.wav}, {@code NAME.json}). Numbers in the program were fitted on
 * the first half, {@code tuned}; the other, {@code held}, has other words, voices, recordings and
 * noises.
 */
public final class TalkMaker {
    private record Half(
            String talk, List<Voice> voices, List<String> recordings, List<Noise> noises) {}

    private static final Map<String, Half> HALVES =
            Map.of(
                    "tuned",
                    new Half(
                            "talk-tuned.txt",
                            List.of(
                                    Voice.flite("slt"),
                                    Voice.flite("awb"),
                                    Voice.espeak("en-us", 150),
                                    Voice.espeak("en-gb-scotland+f3", 170)),
                            List.of("read_en_1", "read_en_2"),
                            List.of(Noise.ROOM, Noise.FAN, Noise.MURMUR, Noise.KEYBOARD)),
                    "held",
                    new Half(
                            "talk-held.txt",
                            List.of(
                                    Voice.flite("rms"),
                                    Voice.flite("kal16"),
                                    Voice.espeak("en-gb+m7", 165),
                                    Voice.espeak("en-gb-x-rp+f4", 180)),
                            List.of("read_en_3", "discussion"),
                            List.of(Noise.HISS, Noise.STREET, Noise.BEAT, Noise.RAIN)));

    /** Decibels between speech and noise; the first is as good as none. */
    private static final double[] DISTANCES = {45, 15, 8, 3, -2};

    private final Path out;

    private TalkMaker(Path out) {
        this.out = out;
    }

    /**
     * @param arguments a folder; {@code tuned}, {@code held} or {@code korean}; {@code levels} or
     *     {@code noises}; the folder of shared recordings
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        TalkMaker maker = new TalkMaker(Files.createDirectories(Path.of(arguments[0])));
        boolean levels = arguments[2].equals("levels");
        for (Map.Entry<String, Talk> one : talks(arguments[1], Path.of(arguments[3])).entrySet()) {
            if (levels) {
                maker.levels(one.getKey(), one.getValue());
            } else {
                maker.noises(one.getKey(), one.getValue(), noises(arguments[1]));
            }
        }
    }

    private static List<Noise> noises(String half) {
        return half.equals("korean")
                ? List.of(Noise.ROOM, Noise.FAN, Noise.STREET, Noise.RAIN)
                : half(half).noises();
    }

    private static Half half(String name) {
        return Objects.requireNonNull(HALVES.get(name), "tuned, held or korean");
    }

    private static Map<String, Talk> talks(String half, Path shared)
            throws IOException, InterruptedException {
        Map<String, Talk> talks = new LinkedHashMap<>();
        Map<?, ?> references =
                Json.read(Files.readString(shared.resolve("references.json")), Map.class);
        if (half.equals("korean")) {
            talks.put("read_ko_1", recording(shared, "read_ko_1", references));
            return talks;
        }
        for (String name : half(half).recordings()) {
            talks.put(name, recording(shared, name, references));
        }
        List<Voice> voices = half(half).voices();
        List<String> lines = resource("/org/colloquy/bench/" + half(half).talk()).lines().toList();
        for (int i = 0; i < voices.size(); i += 2) {
            for (Pace pace : Pace.values()) {
                talks.put(
                        half + "-" + i / 2 + "-" + pace.name().toLowerCase(java.util.Locale.ROOT),
                        Talk.between(voices.get(i), voices.get(i + 1), lines, pace, new Random(i)));
            }
        }
        return talks;
    }

    private static Talk recording(Path shared, String name, Map<?, ?> references)
            throws IOException {
        if (!name.equals("discussion")) {
            Path file = shared.resolve(name + ".flac");
            return Talk.of(decoded(file), String.valueOf(references.get(name)));
        }
        Path opus = Files.createTempFile("discussion", ".opus");
        try {
            Files.write(opus, bytes("/org/colloquy/sample/discussion.opus"));
            String text = resource("/org/colloquy/sample/discussion.txt");
            return Talk.of(decoded(opus), text.replaceAll("(?m)^(ASSESSOR|LEARNER):", ""));
        } finally {
            Files.delete(opus);
        }
    }

    private static org.colloquy.bench.noise.Signal decoded(Path file) throws IOException {
        Path wav = Files.createTempFile("decoded", ".wav");
        try {
            new Media(Media.Limits.DEFAULT)
                    .decode(
                            file,
                            file.getFileName().toString(),
                            wav,
                            Progress.NONE,
                            Cancellation.NEVER);
            return Voice.read(wav);
        } finally {
            Files.delete(wav);
        }
    }

    private static String resource(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(TalkMaker.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    /** Normal, 20 and 30 dB softer, in a quiet room; and in light noise. */
    private void levels(String name, Talk talk) throws IOException {
        for (int decibels : new int[] {0, -20, -30}) {
            write(name + "@" + -decibels, talk.in(Noise.ROOM, 45, decibels, 1));
            write(name + "@" + -decibels + "-light", talk.in(Noise.ROOM, 25, decibels, 2));
        }
    }

    private void noises(String name, Talk talk, List<Noise> noises) throws IOException {
        int count = 0;
        for (double below : DISTANCES) {
            Noise noise = noises.get(Math.floorMod(count++ + name.hashCode(), noises.size()));
            double level = count % 2 == 0 ? -15 : 0;
            write(
                    name + "~" + noise.name().toLowerCase(java.util.Locale.ROOT) + (int) below,
                    talk.in(noise, below, level, count));
        }
    }

    private void write(String name, Talk talk) throws IOException {
        WavFile.write(out.resolve(name + ".wav"), 1, talk.sound().pcm());
        List<Map<String, Object>> utterances = new ArrayList<>();
        for (Talk.Utterance one : talk.utterances()) {
            utterances.add(
                    Map.of(
                            "start", one.startSeconds(),
                            "end", one.endSeconds(),
                            "text", one.text()));
        }
        Files.writeString(
                out.resolve(name + ".json"),
                Json.write(Map.of("text", talk.text(), "utterances", utterances)));
    }
}
