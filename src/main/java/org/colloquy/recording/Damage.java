package org.colloquy.recording;

/** What people are told where bytes that were acknowledged are not on disk any more. */
final class Damage {
    private Damage() {}

    static String sentence(long leftBytes, long acknowledgedBytes) {
        if (leftBytes == 0) {
            return "This recording is missing: its file in the data folder is gone or empty, where"
                    + " there were "
                    + acknowledgedBytes
                    + " bytes. Bring it back from a copy of the data folder if there is one.";
        }
        return "This recording is damaged: of "
                + acknowledgedBytes
                + " bytes in the data folder only the first "
                + leftBytes
                + " are left. They are kept as they are and can be heard.";
    }
}
