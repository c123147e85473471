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
        double[] confidences = WordConfidence.of(said, spoken);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            double start = window.startInRecording(places.get(i).startSeconds());
            double end = window.endInRecording(places.get(i).endSeconds());
            String text = spoken.get(i).text();
            words.add(new Word(text, start, Math.max(start, end), confidences[i], null));
        }
        return words;
    }
}
