package org.colloquy.speech.sentences;

import java.util.Set;

/** Korean says at the end of its last word that a sentence is over. */
final class KoreanGrammar extends PauseGrammar {
    /** "-습니다" and its like end a sentence almost without a pause. */
    private static final double FORMAL = 3.2;

    /** "-다", "-요", "-죠" often end one, but stand inside, too. */
    private static final double PLAIN = 0.6;

    /** Anything else only before a long pause. */
    private static final double OTHER = -2.8;

    /** Before these the sentence goes on: they belong to the word before. */
    private static final Set<String> PARTICLES =
            Set.of(
                    "고", "라고", "는", "은", "만", "면", "며", "가", "이", "을", "를", "의", "도", "던", "니",
                    "지만", "라는", "하고", "는데", "거나", "면서", "시피");

    private static final Set<String> ASKING =
            Set.of("뭐", "무엇", "무슨", "어디", "언제", "누구", "누가", "왜", "어떻게", "몇", "얼마나");

    KoreanGrammar() {
        super("ko");
    }

    @Override
    public double end(Said said, int begin, int i) {
        String word = said.word(i);
        if (PARTICLES.contains(said.word(i + 1)) && !said.isLastOfTurn(i)) {
            return OTHER;
        }
        if (word.endsWith("니다") || asksFormally(word) || word.endsWith("세요")) {
            return FORMAL;
        }
        boolean plain =
                word.endsWith("다")
                        || word.endsWith("요")
                        || word.endsWith("죠")
                        || word.endsWith("까");
        return plain && word.length() > 1 ? PLAIN : OTHER;
    }

    @Override
    public boolean isAnswer(String word) {
        return word.equals("네") || word.equals("예") || word.equals("아니요");
    }

    @Override
    public boolean isQuestion(Said said, int from, int to) {
        String last = said.word(to - 1);
        if (asksFormally(last)
                || last.endsWith("나요")
                || last.endsWith("가요")
                || asksForDoing(last)) {
            return true;
        }
        return last.endsWith("요") && said.words(from, to).stream().anyMatch(ASKING::contains);
    }

    /** "-습니까", "-ㅂ니까"; but "-으니까" is "because". */
    private static boolean asksFormally(String word) {
        int at = word.length() - 3;
        return word.endsWith("니까") && at >= 0 && Korean.finalOf(word.charAt(at)) == Korean.PIEUP;
    }

    /** "-ㄹ까", "-ㄹ까요": shall we. */
    private static boolean asksForDoing(String word) {
        String stem = word.endsWith("요") ? word.substring(0, word.length() - 1) : word;
        int at = stem.length() - 2;
        return stem.endsWith("까") && at >= 0 && Korean.finalOf(stem.charAt(at)) == Korean.RIEUL;
    }
}
