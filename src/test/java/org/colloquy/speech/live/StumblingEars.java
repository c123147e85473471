package org.colloquy.speech.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.colloquy.common.Problem;
import org.colloquy.speech.activity.LiveActivity;
import org.colloquy.speech.sound.Sound;
import org.colloquy.worker.WorkerChannel;
import org.jspecify.annotations.Nullable;

/**
 * A worker of captions whose engine says a word for every second that it gets, "at 0", "at 1", and
 * stumbles as the files in the folder say that stands for its model: {@code crash-once} when it
 * gets its first sound, {@code crash} always, {@code refuse} when it is loaded.
 */
public final class StumblingEars {
    private StumblingEars() {}

    public static void main(String[] arguments) {
        WorkerChannel.serve(
                channel -> LiveWorker.run(channel, order -> engine(Path.of(order.modelFolder()))));
    }

    private static LiveEngine engine(Path folder) {
        if (Files.exists(folder.resolve("refuse"))) {
            throw new Problem.BadInput("This model is for nobody.");
        }
        return new LiveEngine() {
            @Override
            public LiveEar listen(LiveActivity activity) {
                return new Ear(folder, activity);
            }

            @Override
            public void close() {}
        };
    }

    private static final class Ear implements LiveEar {
        private final Path folder;
        private final LiveActivity activity;
        private long samples;
        private long said;

        Ear(Path folder, LiveActivity activity) {
            this.folder = folder;
            this.activity = activity;
        }

        @Override
        public void add(short[] more) {
            try {
                if (Files.exists(folder.resolve("crash"))
                        || Files.deleteIfExists(folder.resolve("crash-once"))) {
                    Runtime.getRuntime().halt(134);
                }
            } catch (IOException disk) {
                throw new UncheckedIOException(disk);
            }
            samples += more.length;
        }

        @Override
        public void skip(long left) {
            samples += left;
            said = samples / Sound.RATE;
        }

        @Override
        public @Nullable Caption listen() {
            if ((said + 1) * Sound.RATE > samples) {
                return null;
            }
            CaptionWord word = new CaptionWord("at " + said, said, said + 1.0);
            said++;
            return new Caption(List.of(word), List.of());
        }

        @Override
        public Caption finish() {
            return new Caption(List.of(new CaptionWord("end", said, said)), List.of());
        }

        @Override
        public void close() {
            activity.close();
        }
    }
}
