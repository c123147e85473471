package org.colloquy.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.colloquy.speech.Recogniser.Numbered;
import org.colloquy.speech.SpeechMessage.Begins;
import org.colloquy.speech.SpeechMessage.Earlier;
import org.colloquy.speech.SpeechMessage.Heard;
import org.colloquy.speech.SpeechMessage.Spoken;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Span;
import org.colloquy.speech.activity.SpokenWords;
import org.colloquy.speech.activity.Window;
import org.colloquy.speech.activity.WordTimes;
import org.colloquy.speech.activity.WordlessSpeech;
import org.colloquy.speech.sound.Sound;
import org.jspecify.annotations.Nullable;

/**
 * The part of a worker's job in which the engine hears: all windows that are neither heard nor
 * given up, and those during which a worker died before each by itself at the end.
 */
final class Listening {
    private final Consumer<SpeechMessage> parent;
    private final DoubleConsumer progress;
    private final Set<Integer> suspects;
    private final Set<Integer> failed;
    private final Map<Integer, List<Word>> heard = new TreeMap<>();
    private final List<Gap> gaps = new ArrayList<>();
    private @Nullable String language;
    private double allSeconds;
    private double doneSeconds;

    /**
     * @param parent is told of each window before and after it is heard
     * @param progress gets the fraction of all speech that is heard
     * @param language where it is known
     */
    Listening(
            Consumer<SpeechMessage> parent,
            DoubleConsumer progress,
            @Nullable String language,
            Earlier earlier) {
        this.parent = parent;
        this.progress = progress;
        this.language = language;
        suspects = new HashSet<>(earlier.suspects());
        failed = new HashSet<>(earlier.failed());
    }

    /** What a worker before this one heard. */
    void remember(Heard one) {
        heard.put(one.window(), one.words());
    }

    void listen(Recogniser recogniser, Sound sound, Activity activity) {
        List<Numbered> fresh = new ArrayList<>();
        List<Numbered> alone = new ArrayList<>();
        List<Window> windows = recogniser.windows(sound, activity);
        for (int number = 0; number < windows.size(); number++) {
            Window window = windows.get(number);
            allSeconds += window.seconds();
            if (failed.contains(number)) {
                gaps.add(gap(window, activity));
            }
            if (heard.containsKey(number) || failed.contains(number)) {
                doneSeconds += window.seconds();
            } else {
                (suspects.contains(number) ? alone : fresh).add(new Numbered(number, window));
            }
        }
        listen(recogniser, sound, activity, fresh);
        alone.forEach(one -> listen(recogniser, sound, activity, List.of(one)));
    }

    private void listen(
            Recogniser recogniser, Sound sound, Activity activity, List<Numbered> windows) {
        if (!windows.isEmpty()) {
            double seconds = windows.stream().mapToDouble(one -> one.window().seconds()).sum();
            recogniser.recognise(sound, activity, windows, new ToParent(seconds));
            doneSeconds += seconds;
        }
    }

    /** Only the speech in it: its edges are silence. */
    private static Gap gap(Window window, Activity activity) {
        double start = window.startInRecording(0);
        double end = window.endInRecording(window.seconds());
        List<Span> inside =
                activity.spans().stream().filter(span -> span.overlap(start, end) > 0).toList();
        return inside.isEmpty()
                ? new Gap(start, end)
                : new Gap(
                        Math.max(start, inside.getFirst().startSeconds()),
                        Math.min(end, inside.getLast().endSeconds()));
    }

    /** Everything that was heard, in order; of a part only the words that are its own. */
    List<Word> words(Activity activity, @Nullable Part part) {
        List<Word> words = new ArrayList<>();
        heard.values().forEach(words::addAll);
        words.sort(Comparator.comparingDouble(Word::startSeconds));
        // Before they are mended: that would draw the words beside the part into it.
        List<Word> own = part == null ? words : words.stream().filter(part::holds).toList();
        return SpokenWords.kept(WordTimes.mended(own, activity), activity);
    }

    /**
     * What the engine failed on, and speech for which there are no words that can be trusted.
     *
     * @param words of the result
     */
    List<Gap> gaps(List<Word> words, Activity activity) {
        List<Gap> all = new ArrayList<>(gaps);
        for (Span span : WordlessSpeech.of(words, activity)) {
            double start = span.startSeconds();
            double end = span.endSeconds();
            if (gaps.stream()
                    .noneMatch(gap -> gap.startSeconds() < end && gap.endSeconds() > start)) {
                all.add(new Gap(start, end));
            }
        }
        all.sort(Comparator.comparingDouble(Gap::startSeconds));
        return all;
    }

    @Nullable String knownLanguage() {
        return language;
    }

    /** "und" is what ISO 639 calls undetermined. */
    String language() {
        return language == null ? "und" : language;
    }

    private final class ToParent implements Recogniser.Watch {
        private final double seconds;

        ToParent(double seconds) {
            this.seconds = seconds;
        }

        @Override
        public void language(String code) {
            if (!code.equals(language)) {
                language = code;
                parent.accept(new Spoken(code));
            }
        }

        @Override
        public void begins(List<Integer> numbers) {
            parent.accept(new Begins(List.copyOf(numbers)));
        }

        @Override
        public void heard(int number, List<Word> words) {
            heard.put(number, words);
            parent.accept(new Heard(number, words));
        }

        @Override
        public void progress(double fraction) {
            progress.accept((doneSeconds + fraction * seconds) / allSeconds);
        }
    }
}
