package org.colloquy.worker;

/** What the exit code of a worker means, as a sentence for the person. */
final class ExitSentence {
    /** On Linux and macOS a process that signal N ended gives 128 + N. */
    private static final int SIGNAL = 128;

    private ExitSentence() {}

    static String of(int code, String said) {
        String what =
                switch (code) {
                    case 0 -> "The worker process ended before its work was done.";
                    case SIGNAL + 9 ->
                            "The worker process was killed by the operating system; most often that"
                                    + " means the machine ran out of memory.";
                    case SIGNAL + 15, SIGNAL + 2 -> "The worker process was stopped from outside.";
                    case SIGNAL + 4, SIGNAL + 6, SIGNAL + 7, SIGNAL + 8, SIGNAL + 11 ->
                            "The worker process crashed in native code (signal "
                                    + (code - SIGNAL)
                                    + ").";
                    default -> "The worker process failed (exit code " + code + ").";
                };
        boolean crashed = code > SIGNAL;
        return said.isBlank() || crashed ? what : what + " It said: " + said;
    }
}
