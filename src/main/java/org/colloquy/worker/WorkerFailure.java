package org.colloquy.worker;

import org.colloquy.common.Text;

/** A worker process ended before its work was done. The message is a sentence for the person. */
public final class WorkerFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean crashed;
    private final transient Text text;

    public WorkerFailure(Text text, boolean crashed) {
        super(text.message());
        this.text = text;
        this.crashed = crashed;
    }

    /** What the message says, for another language. */
    public Text text() {
        return text;
    }

    /** True where native code crashed: what it was given is the most likely reason. */
    public boolean crashed() {
        return crashed;
    }
}
