package org.colloquy.speech.whisper;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.Word;
import org.colloquy.speech.activity.SoundProfile;
import org.colloquy.speech.activity.Window;
import org.colloquy.speech.activity.WordPlacing.Place;
import org.colloquy.speech.sound.Sound;
import org.colloquy.speech.whisper.TokenWords.TokenWord;

/** Turns what a window says into words with times in the recording. */
final class WordBuilder {
    private final Vocabulary vocabulary;
    private final String language;
    private final Sound sound;

    WordBuilder(Vocabulary vocabulary, String language, Sound sound) {
        this.vocabulary = vocabulary;
        this.language = language;
        this.sound = sound;
    }

    List<Word> words(Window window, Hypothesis said) {
        if (said.ids().length == 0) {
            return List.of();
        }
        float[][] cost = Alignment.cost(said.attention());
        int[] firstFrames = Alignment.path(cost);
        List<TokenWord> spoken = TokenWords.split(said.ids(), firstFrames, vocabulary, language);
        SoundProfile profile = SoundProfile.of(window.samples(sound, window.length()));
        List<Place> places = TokenPlaces.of(cost, firstFrames, spoken, profile);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            double start = window.startInRecording(places.get(i).startSeconds());
            double end = window.endInRecording(places.get(i).endSeconds());
            TokenWord word = spoken.get(i);
            words.add(
                    new Word(
                            word.text(),
                            start,
                            Math.max(start, end),
                            confidence(said, word),
                            null));
        }
        return words;
    }

    private static double confidence(Hypothesis said, TokenWord word) {
        double sum = 0;
        for (int i = word.first(); i < word.spoken(); i++) {
            sum += Math.exp(said.logProbabilities()[i]);
        }
        return Math.clamp(sum / (word.spoken() - word.first()), 0, 1);
    }
}
