package org.colloquy.speech.speakers;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.Word;
import org.colloquy.speech.activity.Span;

/**
 * Speakers of words from speakers of moments. A change within a phrase is put where people change:
 * at a pause or the end of a sentence.
 */
final class WordSpeakers {
    /** A change is moved to the end of a sentence or a pause so many words away. */
    private static final int REACH = 2;

    private static final double PAUSE = 0.25;

    private WordSpeakers() {}

    /**
     * @param track not empty
     * @param turns the speaker of each moment
     */
    static List<Integer> of(List<Word> words, List<VoiceMoment> track, int[] turns) {
        List<Integer> moments = new ArrayList<>();
        int from = 0;
        for (Word word : words) {
            while (from + 1 < track.size()
                    && track.get(from).phrase().endSeconds() < word.startSeconds() - 1) {
                from++;
            }
            moments.add(moment(word, track, from));
        }
        return moved(words, moments, track, turns);
    }

    /** The nearest moment of the phrase that the word shares most with, or is nearest to. */
    private static int moment(Word word, List<VoiceMoment> track, int from) {
        double middle = word.middleSeconds();
        int best = from;
        double most = Double.NEGATIVE_INFINITY;
        double nearest = Double.MAX_VALUE;
        for (int i = from; i < track.size(); i++) {
            Span phrase = track.get(i).phrase();
            double common =
                    Math.min(word.endSeconds(), phrase.endSeconds())
                            - Math.max(word.startSeconds(), phrase.startSeconds());
            double apart = Math.abs(track.get(i).seconds() - middle);
            if (common > most || common == most && apart < nearest) {
                best = i;
                most = common;
                nearest = apart;
            }
            if (phrase.startSeconds() > word.endSeconds() + 1) {
                break;
            }
        }
        return best;
    }

    private static List<Integer> moved(
            List<Word> words, List<Integer> moments, List<VoiceMoment> track, int[] turns) {
        List<Integer> speakers = moments.stream().map(moment -> turns[moment]).toList();
        List<Integer> moved = new ArrayList<>(speakers);
        for (int i = 1; i < words.size(); i++) {
            Span before = track.get(moments.get(i - 1)).phrase();
            boolean within = before.equals(track.get(moments.get(i)).phrase());
            if (speakers.get(i).equals(speakers.get(i - 1)) || !within || parted(words, i)) {
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
