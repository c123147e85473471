import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Progress;
import org.colloquy.media.Media;
import org.colloquy.speech.sound.Sound;

/**
 * Joins recordings, again and again, to one WAV of a given length. Run by benchmarks:
 * {@code java -cp target/colloquy.jar src/bench/java/JoinSound.java OUT.wav SECONDS FILE...}
 */
class JoinSound {
    public static void main(String[] arguments) throws Exception {
        Path out = Path.of(arguments[0]);
        int samples = Integer.parseInt(arguments[1]) * Sound.RATE;
        ByteBuffer data = ByteBuffer.allocate(samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        List<short[]> parts = new ArrayList<>();
        Path wav = Files.createTempDirectory("join").resolve("part.wav");
        for (int i = 2; i < arguments.length; i++) {
            Path file = Path.of(arguments[i]);
            new Media(Media.Limits.DEFAULT)
                    .decode(
                            file,
                            file.getFileName().toString(),
                            wav,
                            Progress.NONE,
                            Cancellation.NEVER);
            try (Sound sound = Sound.open(wav)) {
                float[] mix = sound.mix(0, (int) sound.length());
                short[] part = new short[mix.length];
                for (int k = 0; k < part.length; k++) {
                    part[k] = (short) (mix[k] * 32767);
                }
                parts.add(part);
            }
            Files.delete(wav);
        }
        Files.delete(wav.getParent());
        for (int i = 0; data.hasRemaining(); i++) {
            for (short sample : parts.get(i % parts.size())) {
                if (data.hasRemaining()) {
                    data.putShort(sample);
                }
            }
        }
        ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data.capacity());
        header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        header.putShort((short) 1).putShort((short) 1).putInt(Sound.RATE);
        header.putInt(Sound.RATE * 2).putShort((short) 2).putShort((short) 16);
        header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data.capacity());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(header.array());
        whole.writeBytes(data.array());
        try (OutputStream file = Files.newOutputStream(out)) {
            whole.writeTo(file);
        }
    }
}
