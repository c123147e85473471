package org.colloquy.worker;

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

    static String of(int code, String said) {
        String what =
                switch (code) {
                    case 0 -> "The worker process ended before its work was done.";
                    case SIGNAL + 9 ->
                            "The worker process was killed by the operating system; most often that"
                                    + " means the machine ran out of memory.";
                    case SIGNAL + 15, SIGNAL + 2 -> "The worker process was stopped from outside.";
                    case ILLEGAL, ABORT, BUS, ARITHMETIC, SEGMENT ->
                            "The worker process crashed in native code (signal "
                                    + (code - SIGNAL)
                                    + ").";
                    default -> "The worker process failed (exit code " + code + ").";
                };
        return said.isBlank() || code > SIGNAL ? what : what + " It said: " + said;
    }
}
