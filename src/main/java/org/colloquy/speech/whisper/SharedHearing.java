package org.colloquy.speech.whisper;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.colloquy.speech.Recogniser.Numbered;
import org.colloquy.speech.Recogniser.Watch;
import org.colloquy.speech.Word;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Window;
import org.colloquy.speech.activity.WindowPacker;
import org.colloquy.speech.sound.Sound;
import org.jspecify.annotations.Nullable;

/** What the lanes that hear one recording share. */
final class SharedHearing {
    /**
     * Share of a window's work that is encoding it: 13.5 of 20 ms of processor time for a second of
     * sound (decision 10).
     */
    private static final double ENCODING = 0.67;

    final Sound sound;
    final Activity activity;
    final WindowPacker packer;
    private final List<Numbered> first;
    final int windows;
    final int frames;
    private final CompletableFuture<String> language = new CompletableFuture<>();
    private final Watch watch;
    private final double work;
    private double done;

    /**
     * @param packer cut the windows
     * @param wantedLanguage null: to be found out
     */
    SharedHearing(
            Sound sound,
            Activity activity,
            WindowPacker packer,
            List<List<Numbered>> batches,
            @Nullable String wantedLanguage,
            Watch watch) {
        this.sound = sound;
        this.activity = activity;
        this.watch = watch;
        this.packer = packer;
        first = batches.getFirst();
        windows = batches.stream().mapToInt(List::size).max().orElseThrow();
        List<Window> all = batches.stream().flatMap(List::stream).map(Numbered::window).toList();
        frames = Listener.frames(all);
        work = all.stream().mapToDouble(Window::seconds).sum();
        if (wantedLanguage != null) {
            language.complete(wantedLanguage);
        }
    }

    synchronized void begins(List<Numbered> batch) {
        watch.begins(batch.stream().map(Numbered::number).toList());
    }

    synchronized void heard(List<Numbered> batch, List<List<Word>> words) {
        watch.language(language.join());
        for (int i = 0; i < batch.size(); i++) {
            watch.heard(batch.get(i).number(), words.get(i));
        }
        batch.forEach(one -> did((1 - ENCODING) * one.window().seconds()));
    }

    synchronized void encoded(Window window) {
        did(ENCODING * window.seconds());
    }

    private void did(double more) {
        done += more;
        watch.progress(Math.min(1, done / work));
    }

    /**
     * That of the recording. The lane that hears the first windows finds it out; the others wait
     * for it, and fail where it failed.
     */
    String language(List<Numbered> batch, Supplier<String> findOut) {
        try {
            if (batch == first && !language.isDone()) {
                language.complete(findOut.get());
            }
            return language.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** After something was heard. */
    String language() {
        return language.join();
    }

    void failed(Throwable why) {
        language.completeExceptionally(why);
    }
}
