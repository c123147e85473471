package org.colloquy.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.activity.Span;
import org.colloquy.speech.sound.Sound;

/** Reads and writes what the talk generators mix, and says where a clean clip has sound. */
final class TalkSound {
    private static final int HEADER = 44;

    /** A frame of 10 ms. */
    private static final int FRAME = Sound.RATE / 100;

    /** Quieter than the loudest frame by so much is no speech: 35 dB, as a factor. */
    private static final float QUIET = 0.0178f;

    /** Shorter sounds are clicks. */
    private static final double SHORTEST_SECONDS = 0.05;

    private TalkSound() {}

    static float[] read(Path wav) throws IOException {
        try (Sound sound = Sound.open(wav)) {
            return sound.mix(0, Math.toIntExact(sound.length()));
        }
    }

    /** 16-bit PCM at 16 kHz, one array for each channel; what is too loud is clipped. */
    static void write(Path wav, float[]... channels) throws IOException {
        int frames = channels[0].length;
        int dataBytes = frames * channels.length * 2;
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + dataBytes);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 1).putShort((short) channels.length).putInt(Sound.RATE);
        bytes.putInt(Sound.RATE * channels.length * 2);
        bytes.putShort((short) (channels.length * 2)).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(dataBytes);
        for (int i = 0; i < frames; i++) {
            for (float[] channel : channels) {
                bytes.putShort((short) Math.round(Math.clamp(channel[i], -1f, 1f) * 32767));
            }
        }
        Files.write(wav, bytes.array());
    }

    /**
     * Where a clip without noise has sound, to 10 ms.
     *
     * @param joinSeconds silences up to this long belong to the sound
     */
    static List<Span> sounding(float[] clip, double joinSeconds) {
        int frames = clip.length / FRAME;
        float[] levels = new float[frames];
        float loudest = 0;
        for (int frame = 0; frame < frames; frame++) {
            levels[frame] = rms(clip, frame * FRAME, FRAME);
            loudest = Math.max(loudest, levels[frame]);
        }
        List<Span> spans = new ArrayList<>();
        for (int frame = 0; frame < frames; frame++) {
            if (levels[frame] <= loudest * QUIET) {
                continue;
            }
            double start = frame * 0.01;
            double end = (frame + 1) * 0.01;
            if (!spans.isEmpty() && start - spans.getLast().endSeconds() <= joinSeconds) {
                spans.set(spans.size() - 1, new Span(spans.getLast().startSeconds(), end));
            } else {
                spans.add(new Span(start, end));
            }
        }
        spans.removeIf(span -> span.seconds() < SHORTEST_SECONDS);
        return spans;
    }

    static float rms(float[] samples, int from, int count) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += samples[i] * samples[i];
        }
        return (float) Math.sqrt(sum / count);
    }
}
