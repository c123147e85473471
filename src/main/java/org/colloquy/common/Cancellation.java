package org.colloquy.common;

/** Says whether the person asked to stop a long piece of work. Asked several times a second. */
@FunctionalInterface
public interface Cancellation {
    Cancellation NEVER = () -> false;

    boolean isAsked();

    /**
     * @throws Problem.Cancelled where the person asked to stop
     */
    default void check() {
        if (isAsked()) {
            throw new Problem.Cancelled("It was stopped before it was done.");
        }
    }
}
