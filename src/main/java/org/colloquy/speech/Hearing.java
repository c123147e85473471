package org.colloquy.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.speech.SpeechMessage.Earlier;
import org.colloquy.speech.SpeechMessage.Heard;
import org.jspecify.annotations.Nullable;

/**
 * What is heard of one recording so far, whichever workers came to it. When one dies, this says
 * what the next is to do (see src/decisions/009): the windows that were being heard become
 * suspects; one that was a suspect already is given up.
 */
final class Hearing {
    /** So many given up and none heard: it is the engine, not the recording. */
    private static final int FAILED_AT_FIRST = 3;

    /** After so many deaths at it speakers are not told apart any more. */
    private static final int GIVEN_UP = 2;

    private final Map<Integer, List<Word>> heard = new TreeMap<>();
    private final Set<Integer> begun = new TreeSet<>();
    private final Set<Integer> suspects = new TreeSet<>();
    private final Set<Integer> failed = new TreeSet<>();
    private @Nullable String language;
    private boolean tellsSpeakersApart;
    private int diedTellingSpeakers;
    private int diedElsewhere;

    void spoken(String code) {
        language = code;
    }

    void begins(List<Integer> windows) {
        begun.addAll(windows);
    }

    void heard(int window, List<Word> words) {
        begun.remove(window);
        suspects.remove(window);
        heard.put(window, words);
    }

    void tellsSpeakersApart() {
        tellsSpeakersApart = true;
    }

    /**
     * A worker ended before its work did; now another may go on.
     *
     * @param sentence why it ended
     * @throws Problem.Unavailable where there is no sense in that
     */
    void died(Text sentence, Throwable why) {
        if (tellsSpeakersApart) {
            tellsSpeakersApart = false;
            diedTellingSpeakers++;
        } else if (begun.isEmpty()) {
            diedElsewhere++;
        } else {
            begun.stream().filter(suspects::contains).forEach(failed::add);
            suspects.addAll(begun);
            suspects.removeAll(failed);
            begun.clear();
        }
        boolean engineFails = heard.isEmpty() && failed.size() >= FAILED_AT_FIRST;
        // With speakers given up, what still fails at the end fails every time.
        if (diedElsewhere > 1 || diedTellingSpeakers > GIVEN_UP || engineFails) {
            throw new Problem.Unavailable(notTranscribed(sentence), why);
        }
    }

    /**
     * @throws Problem.Unavailable where nothing was heard, because the engine failed on everything
     */
    void check() {
        if (heard.isEmpty() && !failed.isEmpty()) {
            throw new Problem.Unavailable(
                    notTranscribed(Text.of("The engine stopped on all of its speech.")));
        }
    }

    private static Text notTranscribed(Text why) {
        return Text.of(
                "The recording could not be transcribed. {why} The recording "
                        + "itself is safe; try again, or with another model.",
                Map.of("why", why));
    }

    /** Whether the step that tells speakers apart is given up; the words are worth having. */
    boolean withoutSpeakers() {
        return diedTellingSpeakers >= GIVEN_UP;
    }

    Earlier earlier() {
        return new Earlier(language, heard.size(), List.copyOf(suspects), List.copyOf(failed));
    }

    /** What is heard, one for each window. */
    List<Heard> all() {
        List<Heard> all = new ArrayList<>();
        heard.forEach((window, words) -> all.add(new Heard(window, words)));
        return all;
    }
}
