package org.colloquy;

/** Builds every room by hand, in order, and hands the arguments to the command line. */
public final class Application {
    private Application() {}

    public static void main(String[] arguments) {
        System.out.println("Colloquy");
    }
}
