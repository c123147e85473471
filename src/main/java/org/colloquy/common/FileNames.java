package org.colloquy.common;

/** Names of files and devices as people gave them: for reading, never for opening. */
public final class FileNames {
    /** So many characters a name has at most. */
    public static final int LONGEST = 200;

    private FileNames() {}

    /**
     * The last part of the name on one line: without folders, control characters and marks that
     * turn the direction of text; at most 200 characters. Never empty.
     */
    public static String clean(String given) {
        int slash = Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\'));
        String name = oneLine(given.substring(slash + 1));
        return name.isEmpty() ? "recording" : name;
    }

    /**
     * Any short text on one line: without control characters and marks that turn the direction of
     * text; at most 200 characters.
     */
    public static String oneLine(String given) {
        StringBuilder clean = new StringBuilder();
        given.codePoints()
                .map(character -> isHarmless(character) ? character : ' ')
                .limit(LONGEST)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip().replaceAll(" {2,}", " ");
    }

    private static boolean isHarmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
