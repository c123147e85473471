package org.colloquy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;

/**
 * The first class that runs: looks at the Java version and then hands over to {@code Application}.
 *
 * <p>It is compiled for Java 8 and names no newer class, so that an older Java prints a sentence
 * that helps instead of a class-version error.
 */
public final class Main {
    private static final int NEEDED = 25;

    private Main() {}

    public static void main(String[] arguments) throws Throwable {
        int version = featureVersion(System.getProperty("java.specification.version", "0"));
        if (version < NEEDED) {
            System.err.println(tooOld(version, new File("/usr/lib/jvm")));
            System.exit(1);
        }
        try {
            Class.forName("org.colloquy.Application")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException wrapped) {
            throw wrapped.getCause();
        }
    }

    /** "1.8" is 8, "17" is 17. */
    static int featureVersion(String specification) {
        String number = specification.startsWith("1.") ? specification.substring(2) : specification;
        return Integer.parseInt(number);
    }

    static String tooOld(int version, File javaFolder) {
        String sentence =
                "Colloquy needs Java " + NEEDED + " or newer, and this is Java " + version + ".";
        String[] names = javaFolder.list();
        if (names != null) {
            for (String name : names) {
                File java = new File(new File(javaFolder, name), "bin/java");
                if (name.matches(".*\\b(2[5-9]|[3-9]\\d)\\b.*") && java.canExecute()) {
                    return sentence + " A newer one is at hand: start Colloquy with " + java + ".";
                }
            }
        }
        return sentence
                + " Install a JDK "
                + NEEDED
                + " (for example Temurin) and start Colloquy with its bin/java.";
    }
}
