package org.colloquy.media;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.common.Text;
import org.colloquy.worker.Frame;
import org.colloquy.worker.WorkerFailure;
import org.colloquy.worker.WorkerProcess;
import org.jspecify.annotations.Nullable;

/** One file being decoded: serves the worker's reads and writes the sound that comes back. */
final class Decoding {
    private static final List<String> JVM_OPTIONS =
            List.of(
                    "-Xmx128m",
                    "-XX:TieredStopAtLevel=1",
                    "-Dorg.bytedeco.javacpp.nopointergc=true",
                    "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Text STEP = Text.of("Reading the sound");

    /** A decoder that asks for much more than the whole file runs in a circle. */
    private static final long READ_TIMES = 8;

    private static final long READ_SPARE = 256L << 20;

    private final Excerpt file;
    private final Path wav;
    private final boolean salvage;
    private final Media.Limits limits;
    private final Sentences sentences;
    private final Progress progress;
    private final Cancellation cancellation;

    private long served;
    private long furthest;
    private @Nullable Found found;
    private @Nullable Sound sound;

    /** The decoder does not go on, or runs in a circle. */
    private static final class Stuck extends IOException {
        private static final long serialVersionUID = 1L;

        Stuck() {
            super("The decoder got stuck");
        }
    }

    /** What the worker found in the file before it decoded. */
    private record Found(int channels, double claimedSeconds, String format, String codec) {
        static Found parse(byte[] payload) throws IOException {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
            return new Found(in.readInt(), in.readDouble(), in.readUTF(), in.readUTF());
        }
    }

    /**
     * @param salvage where the decoder dies or gets stuck half way, what it gave until then is kept
     */
    Decoding(
            Excerpt file,
            Path wav,
            boolean salvage,
            Media.Limits limits,
            Sentences sentences,
            Progress progress,
            Cancellation cancellation) {
        this.file = file;
        this.wav = wav;
        this.salvage = salvage;
        this.limits = limits;
        this.sentences = sentences;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    MediaFacts run() throws IOException {
        cancellation.check();
        progress.at(STEP, null);
        if (PlaylistCheck.isPlaylist(file.read(0, PlaylistCheck.HEAD).array())) {
            throw new Problem.BadInput(refusal(Wire.Refusal.PLAYLIST));
        }
        try (WorkerProcess worker = WorkerProcess.start("media", JVM_OPTIONS)) {
            ByteBuffer open = ByteBuffer.allocate(2 * Long.BYTES);
            open.putLong(file.size()).putLong(limits.longest().toSeconds() * WavWriter.SAMPLE_RATE);
            worker.send(Wire.OPEN, open.array());
            return converse(worker);
        } catch (WorkerFailure failure) {
            if (!failure.crashed()) {
                throw new Problem.Unavailable(sentences.worker(failure.text()), failure);
            }
            if (salvage && hasSound()) {
                return salvaged();
            }
            throw new Problem.BadInput(sentences.crashed(), failure);
        } catch (Stuck stuck) {
            if (salvage && hasSound()) {
                return salvaged();
            }
            throw new Problem.BadInput(sentences.stalled(), stuck);
        } finally {
            if (sound != null) {
                sound.close();
            }
        }
    }

    private boolean hasSound() {
        return found != null && sound != null && sound.seconds() > 0;
    }

    /** What came before the decoder gave up. */
    private MediaFacts salvaged() throws IOException {
        Found facts = found;
        if (facts == null) {
            throw new IllegalStateException("There is nothing to salvage");
        }
        int channels = current().finish();
        double seconds = current().seconds();
        return new MediaFacts(
                seconds, channels, facts.format(), facts.codec(), sentences.cut(seconds));
    }

    private MediaFacts converse(WorkerProcess worker) throws IOException, WorkerFailure {
        while (true) {
            Frame frame = next(worker);
            switch (frame.type()) {
                case Wire.READ -> serve(worker, ByteBuffer.wrap(frame.payload()));
                case Wire.FACTS -> {
                    Found facts = Found.parse(frame.payload());
                    found = facts;
                    sound = new Sound(wav, facts.channels());
                }
                case Wire.SOUND -> {
                    current().add(frame.payload());
                    tellProgress();
                }
                case Wire.DONE -> {
                    return finish(ByteBuffer.wrap(frame.payload()));
                }
                case Wire.REFUSED -> {
                    int why = frame.payload()[0];
                    if (salvage && hasSound() && why != Wire.Refusal.TOO_LONG.ordinal()) {
                        return salvaged();
                    }
                    throw refused(why);
                }
                default -> throw new IOException("The decoder said something unknown");
            }
        }
    }

    private Frame next(WorkerProcess worker) throws WorkerFailure, Stuck {
        long silentSince = System.nanoTime();
        while (true) {
            cancellation.check();
            Frame frame = worker.receive(BETWEEN_LOOKS);
            if (frame != null) {
                return frame;
            }
            if (System.nanoTime() - silentSince > limits.stall().toNanos()) {
                throw new Stuck();
            }
        }
    }

    private void serve(WorkerProcess worker, ByteBuffer request) throws IOException, WorkerFailure {
        long offset = request.getLong();
        int wanted = Math.clamp(request.getInt(), 0, Frame.MAX_PAYLOAD);
        if (offset < 0) {
            throw new IOException("The decoder asked for what is before the file");
        }
        ByteBuffer bytes = file.read(offset, wanted);
        served += bytes.position();
        furthest = Math.max(furthest, offset + bytes.position());
        if (served > READ_TIMES * file.size() + READ_SPARE) {
            throw new Stuck();
        }
        worker.send(Wire.BYTES, bytes.array(), 0, bytes.position());
    }

    private void tellProgress() {
        double claimed = found == null ? 0 : found.claimedSeconds();
        double done = claimed > 0 ? current().seconds() / claimed : (double) furthest / file.size();
        progress.at(STEP, Math.clamp(done, 0.0, 1.0));
    }

    private MediaFacts finish(ByteBuffer done) throws IOException {
        Found facts = found;
        if (facts == null || current().seconds() == 0) {
            throw new Problem.BadInput(refusal(Wire.Refusal.NOTHING_DECODED));
        }
        int channels = current().finish();
        double seconds = current().seconds();
        int damaged = done.getInt();
        boolean cut = done.get() != 0 || FileEnd.isCut(file, facts.format());
        return new MediaFacts(
                seconds,
                channels,
                facts.format(),
                facts.codec(),
                warning(facts.claimedSeconds(), seconds, damaged, cut));
    }

    private @Nullable Text warning(double claimed, double seconds, int damaged, boolean cut) {
        if (claimed - seconds > Math.max(1, claimed * 0.03)) {
            return sentences.endsEarly(claimed, seconds);
        }
        if (cut) {
            return sentences.cut(seconds);
        }
        // One or two bad packets at the edges are usual in files that were cut on purpose.
        return damaged > 2 ? sentences.damaged(damaged) : null;
    }

    private Problem refused(int ordinal) {
        Wire.Refusal refusal = Wire.Refusal.values()[ordinal];
        return refusal == Wire.Refusal.TOO_LONG
                ? new Problem.TooLarge(refusal(refusal))
                : new Problem.BadInput(refusal(refusal));
    }

    private Text refusal(Wire.Refusal refusal) {
        return sentences.refused(refusal, limits.longest().toHours());
    }

    Peaks peaks() {
        return current().peaks();
    }

    private Sound current() {
        if (sound == null) {
            throw new IllegalStateException("Sound came before what it is");
        }
        return sound;
    }
}
