package org.colloquy.speech.whisper;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.speech.Word;
import org.colloquy.speech.activity.Window;
import org.colloquy.speech.whisper.TokenWords.TokenWord;

/** Turns what a window says into words with times in the recording. */
final class WordBuilder {
    private static final double SECONDS_A_FRAME = 0.02;

    private final Vocabulary vocabulary;
    private final String language;

    WordBuilder(Vocabulary vocabulary, String language) {
        this.vocabulary = vocabulary;
        this.language = language;
    }

    List<Word> words(Window window, Hypothesis said) {
        if (said.ids().length == 0) {
            return List.of();
        }
        int[] firstFrames = Alignment.firstFrames(said.attention());
        List<TokenWord> pieces = TokenWords.split(said.ids(), firstFrames, vocabulary, language);
        double[] confidences = WordConfidence.of(said, pieces);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < confidences.length; i++) {
            TokenWord word = pieces.get(i);
            double start = window.startInRecording(firstFrames[word.first()] * SECONDS_A_FRAME);
            double end = window.endInRecording(firstFrames[word.spoken()] * SECONDS_A_FRAME);
            words.add(new Word(word.text(), start, Math.max(start, end), confidences[i], null));
        }
        return words;
    }
}
