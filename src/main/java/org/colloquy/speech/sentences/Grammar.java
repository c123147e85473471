package org.colloquy.speech.sentences;

import java.util.List;
import java.util.Set;
import org.colloquy.speech.Word;

/** What the words of a language say about where sentences end. */
interface Grammar {
    /** A weight: no pause, however long, ends a sentence there. */
    double NEVER = -100;

    /** Languages in which a question is asked and a sentence ended with other signs than "?.". */
    Set<String> FULL_WIDTH = Set.of("zh", "ja", "cn");

    static Grammar of(String language, List<Word> words) {
        String code = "und".equals(language) && isHangul(words) ? "ko" : language;
        return switch (code) {
            case "en" -> new EnglishGrammar();
            case "ko" -> new KoreanGrammar();
            default -> new PauseGrammar(code);
        };
    }

    private static boolean isHangul(List<Word> words) {
        long hangul =
                words.stream()
                        .filter(word -> Korean.isSyllable(word.text().codePointAt(0)))
                        .count();
        return 2 * hangul > words.size();
    }

    /**
     * How the words around the end of this one speak for a sentence's end (above 0) or against it,
     * where the speaker goes on after a pause of usual length; {@link #NEVER} where none can end.
     *
     * @param begin first word of the sentence
     */
    double end(Said said, int begin, int i);

    /** Whether a sentence can be this one word. */
    boolean isAnswer(String word);

    /** Whether the words from one to before another ask something. */
    boolean isQuestion(Said said, int from, int to);

    /**
     * Whether a comma comes after a word that does not end a sentence.
     *
     * @param begin first word of the sentence
     */
    boolean comma(Said said, int begin, int i);

    /** Whether this word is written with a capital wherever it stands, as "I" is. */
    boolean isCapital(Said said, int i);

    String sign(Mark mark);
}
