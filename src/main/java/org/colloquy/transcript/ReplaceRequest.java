package org.colloquy.transcript;

import java.util.List;
import java.util.Map;
import org.colloquy.common.Problem;

/**
 * What is to be found and what is to stand there instead; both are words with single spaces between
 * them once they are read.
 *
 * @param replace "": nothing stands there
 * @param version of the transcript that the person saw
 */
public record ReplaceRequest(
        String find, String replace, boolean matchCase, boolean wholeWords, int version) {
    public static final int MOST_CHARACTERS = 1_000;

    /**
     * @throws Problem.BadInput where there is nothing to look for
     * @throws Problem.TooLarge where one of the two is too long
     */
    public ReplaceRequest {
        if (find.length() > MOST_CHARACTERS || replace.length() > MOST_CHARACTERS) {
            throw new Problem.TooLarge(
                    "What is looked for and what is put in its place can have at most "
                            + "{mostCharacters} characters each.",
                    Map.of("mostCharacters", MOST_CHARACTERS));
        }
        find = plain(find);
        replace = plain(replace);
        if (find.isEmpty()) {
            throw new Problem.BadInput("Type the words to look for.");
        }
    }

    private static String plain(String text) {
        List<String> words = WordText.words(text);
        return String.join(" ", words);
    }
}
