package org.colloquy.speech.vosk;

import java.util.List;

/** Finds in a longer text the words that say the same as a shorter one. */
final class Beginning {
    private Beginning() {}

    /**
     * How many words of the text are an account of these words: as many as differ least from them.
     *
     * @param words perhaps heard a little differently in the text
     */
    static int length(List<NativeVosk.Heard> words, List<String> text) {
        int[] differences = new int[text.size() + 1];
        for (int k = 0; k <= text.size(); k++) {
            differences[k] = k;
        }
        for (NativeVosk.Heard word : words) {
            int diagonal = differences[0];
            differences[0]++;
            for (int k = 1; k <= text.size(); k++) {
                int changed = diagonal + (word.text().equals(text.get(k - 1)) ? 0 : 1);
                diagonal = differences[k];
                differences[k] =
                        Math.min(changed, 1 + Math.min(differences[k], differences[k - 1]));
            }
        }
        int best = 0;
        for (int k = 1; k <= text.size(); k++) {
            if (differences[k] <= differences[best]) {
                best = k;
            }
        }
        return best;
    }
}
