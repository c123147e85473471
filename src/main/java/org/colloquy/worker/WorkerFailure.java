package org.colloquy.worker;

/** A worker process ended before its work was done. The message is a sentence for the person. */
public final class WorkerFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean crashed;

    public WorkerFailure(String sentence, boolean crashed) {
        super(sentence);
        this.crashed = crashed;
    }

    /** True where native code crashed: what it was given is the most likely reason. */
    public boolean crashed() {
        return crashed;
    }
}
