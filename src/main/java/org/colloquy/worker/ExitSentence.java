package org.colloquy.worker;

import java.util.Map;
import org.colloquy.common.Text;

/** What the exit code of a worker means, as a sentence for the person. */
final class ExitSentence {
    /** On Linux and macOS a process that signal N ended gives 128 + N. */
    private static final int SIGNAL = 128;

    private static final int ILLEGAL = SIGNAL + 4;
    private static final int ABORT = SIGNAL + 6;
    private static final int BUS = SIGNAL + 7;
    private static final int ARITHMETIC = SIGNAL + 8;
    private static final int SEGMENT = SIGNAL + 11;

    private ExitSentence() {}

    /** Whether native code brought the process down, rather than somebody who killed it. */
    static boolean isCrash(int code) {
        return code == ILLEGAL
                || code == ABORT
                || code == BUS
                || code == ARITHMETIC
                || code == SEGMENT;
    }

    static Text of(int code, String said) {
        Text what =
                switch (code) {
                    case 0 -> Text.of("The worker process ended before its work was done.");
                    case SIGNAL + 9 ->
                            Text.of(
                                    "The worker process was killed by the operating system; most "
                                            + "often that means the machine ran out of memory.");
                    case SIGNAL + 15, SIGNAL + 2 ->
                            Text.of("The worker process was stopped from outside.");
                    case ILLEGAL, ABORT, BUS, ARITHMETIC, SEGMENT ->
                            Text.of(
                                    "The worker process crashed in native code (signal {signal}).",
                                    Map.of("signal", code - SIGNAL));
                    default ->
                            Text.of(
                                    "The worker process failed (exit code {code}).",
                                    Map.of("code", code));
                };
        return said.isBlank() || code > SIGNAL
                ? what
                : Text.of("{what} It said: {said}", Map.of("what", what, "said", said));
    }
}
