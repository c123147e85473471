package org.colloquy.speech.sentences;

/**
 * For languages whose words are not known here: sentences by pauses alone, no questions and no
 * commas, because a wrong one reads worse than none. German nouns are not guessed.
 */
class PauseGrammar implements Grammar {
    /** A pause must be clearly longer than usual to end a sentence by itself. */
    private static final double DOUBT = -0.8;

    private final String language;

    PauseGrammar(String language) {
        this.language = language;
    }

    @Override
    public double end(Said said, int begin, int i) {
        return DOUBT;
    }

    @Override
    public boolean isAnswer(String word) {
        return false;
    }

    @Override
    public boolean isQuestion(Said said, int from, int to) {
        if (!FULL_WIDTH.contains(language)) {
            return false;
        }
        String last = said.word(to - 1);
        return language.equals("ja")
                ? last.endsWith("か")
                : last.endsWith("吗") || last.endsWith("呢");
    }

    @Override
    public boolean comma(Said said, int begin, int i) {
        return false;
    }

    @Override
    public boolean isCapital(Said said, int i) {
        return false;
    }

    @Override
    public String sign(Mark mark) {
        boolean fullWidth = FULL_WIDTH.contains(language);
        return switch (mark) {
            case NONE -> "";
            case COMMA -> fullWidth ? "，" : ",";
            case STOP ->
                    switch (language) {
                        case "zh", "cn", "ja" -> "。";
                        case "hi" -> "।";
                        case "ur" -> "۔";
                        default -> ".";
                    };
            case QUESTION -> fullWidth ? "？" : "?";
        };
    }
}
