package org.colloquy.speech;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Window;
import org.colloquy.speech.activity.WindowPacker;
import org.colloquy.speech.sound.Sound;
import org.colloquy.worker.WorkerChannel;

/**
 * A speech worker whose engine gives each window one word, "w0", "w1", ..., and stumbles over some
 * as the files beside the sound say: {@code crash-1} always, {@code crash-once-1} the first time,
 * {@code hang-1} for ever. Writes the terms it was given to the file {@code vocabulary} there.
 */
public final class StumblingWorker {
    private StumblingWorker() {}

    public static void main(String[] arguments) {
        WorkerChannel.serve(
                channel ->
                        SpeechWorker.run(
                                channel,
                                (order, language) -> {
                                    Path folder = Path.of(order.wav()).getParent();
                                    remember(folder, order.vocabulary());
                                    return new Stumbling(order.model(), folder);
                                }));
    }

    private static void remember(Path folder, List<String> terms) {
        try {
            Files.write(folder.resolve("vocabulary"), terms);
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private record Stumbling(Model model, Path folder) implements Recogniser {
        @Override
        public String engine() {
            return "whisper";
        }

        @Override
        public List<Window> windows(Sound sound, Activity activity) {
            return new WindowPacker(activity, sound.durationSeconds(), 5, 8).pack();
        }

        @Override
        public void recognise(Sound sound, Activity activity, List<Numbered> windows, Watch watch) {
            watch.language("en");
            for (List<Numbered> pair : pairs(windows)) {
                watch.begins(pair.stream().map(Numbered::number).toList());
                for (Numbered one : pair) {
                    stumble(one.number());
                    watch.heard(one.number(), words(one));
                }
            }
        }

        /** "w3", and "more3" every two seconds: speech without words would be a gap. */
        private static List<Word> words(Numbered one) {
            List<Word> words = new ArrayList<>();
            for (double at = 0.5; at < one.window().seconds() - 0.5; at += 2) {
                double start = one.window().startInRecording(at);
                String text = (words.isEmpty() ? "w" : "more") + one.number();
                words.add(new Word(text, start, start + 0.3, 0.9, null));
            }
            return words;
        }

        private static List<List<Numbered>> pairs(List<Numbered> windows) {
            List<List<Numbered>> pairs = new ArrayList<>();
            for (int i = 0; i < windows.size(); i += 2) {
                pairs.add(windows.subList(i, Math.min(windows.size(), i + 2)));
            }
            return pairs;
        }

        private void stumble(int number) {
            try {
                if (Files.exists(folder.resolve("crash-" + number))
                        || Files.deleteIfExists(folder.resolve("crash-once-" + number))) {
                    Runtime.getRuntime().halt(134);
                }
                if (Files.exists(folder.resolve("hang-" + number))) {
                    Files.writeString(folder.resolve("hangs"), "");
                    new CountDownLatch(1).await();
                }
            } catch (IOException disk) {
                throw new UncheckedIOException(disk);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }

        @Override
        public void close() {}
    }
}
