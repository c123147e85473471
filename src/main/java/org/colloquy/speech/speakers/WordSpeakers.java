package org.colloquy.speech.speakers;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.Word;

/** Speakers of words from speakers of moments; a change is put where people change: at a pause. */
final class WordSpeakers {
    /** A change is moved to the end of a sentence or a pause so many words away. */
    private static final int REACH = 2;

    private static final double PAUSE = 0.25;

    private WordSpeakers() {}

    /**
     * @param turns the speaker of each moment
     */
    static List<Integer> of(List<Word> words, List<VoiceMoment> track, int[] turns) {
        List<Integer> speakers = new ArrayList<>();
        int at = 0;
        for (Word word : words) {
            double middle = word.middleSeconds();
            while (at + 1 < track.size()
                    && Math.abs(track.get(at + 1).seconds() - middle)
                            <= Math.abs(track.get(at).seconds() - middle)) {
                at++;
            }
            speakers.add(turns[at]);
        }
        return moved(words, speakers);
    }

    private static List<Integer> moved(List<Word> words, List<Integer> speakers) {
        List<Integer> moved = new ArrayList<>(speakers);
        for (int i = 1; i < words.size(); i++) {
            if (speakers.get(i).equals(speakers.get(i - 1)) || parted(words, i)) {
                continue;
            }
            for (int distance = 1; distance <= REACH; distance++) {
                if (i + distance < words.size() && parted(words, i + distance)) {
                    for (int k = i; k < i + distance; k++) {
                        moved.set(k, speakers.get(i - 1));
                    }
                    break;
                }
                if (i - distance > 0 && parted(words, i - distance)) {
                    for (int k = i - distance; k < i; k++) {
                        moved.set(k, speakers.get(i));
                    }
                    break;
                }
            }
        }
        return moved;
    }

    /** Whether a sentence ends or a pause lies before the word. */
    private static boolean parted(List<Word> words, int index) {
        Word before = words.get(index - 1);
        return words.get(index).startSeconds() - before.endSeconds() >= PAUSE
                || before.text().matches(".*[.?!…。？！][\"'”’)]?");
    }
}
