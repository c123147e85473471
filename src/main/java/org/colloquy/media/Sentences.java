package org.colloquy.media;

import java.io.IOException;
import java.util.Locale;
import org.colloquy.common.FileNames;
import org.jspecify.annotations.Nullable;

/** What people are told about one file. */
final class Sentences {
    private static final int LONGEST_NAME = 80;

    private final String name;

    Sentences(String fileName) {
        String clean = FileNames.clean(fileName);
        name = "“" + (clean.length() > LONGEST_NAME ? shorten(clean) : clean) + "”";
    }

    private Sentences(int part, Sentences whole) {
        name = "Part " + (part + 1) + " of " + whole.name;
    }

    /** For one part of the file, numbered from 0. */
    Sentences ofPart(int part) {
        return new Sentences(part, this);
    }

    private static String shorten(String name) {
        int end = name.offsetByCodePoints(0, name.codePointCount(0, LONGEST_NAME - 20));
        return name.substring(0, end) + "…" + name.substring(name.length() - 15);
    }

    String noFile() {
        return "There is no file " + name + ". Check the name and the folder.";
    }

    String noPlainFile() {
        return name
                + " is a folder or a device, not a file. Name one sound or video file; a whole"
                + " folder is not read at once.";
    }

    String empty() {
        return name + " is empty: it has no bytes at all. Choose the file again.";
    }

    String refused(Wire.Refusal refusal, long longestHours) {
        return switch (refusal) {
            case NOT_MEDIA ->
                    name
                            + " is not a sound or video file that Colloquy can read. Give a file"
                            + " such as WAV, MP3, M4A, FLAC, Ogg, WebM, MP4 or MKV; if it is one,"
                            + " it is damaged at its beginning or was not copied whole.";
            case PLAYLIST ->
                    name
                            + " is a playlist, which names other files and has no sound itself."
                            + " Nothing it names was opened. Give the sound file itself.";
            case NO_SOUND ->
                    name
                            + " is a video without sound, so there is nothing to hear or to"
                            + " transcribe. Give the file that has the sound.";
            case UNKNOWN_CODEC ->
                    name
                            + " holds sound in a form that Colloquy does not decode. Save it as WAV,"
                            + " MP3, M4A or FLAC and give that.";
            case NOTHING_DECODED ->
                    name
                            + " is damaged: no sound could be read from it. Give another copy, or"
                            + " save it again with the program that made it.";
            case TOO_LONG ->
                    name
                            + " lasts longer than "
                            + longestHours
                            + " hours, which is the limit. Cut it into parts and give those.";
        };
    }

    String crashed() {
        return name
                + " could not be read: it made the decoder crash, which harmed nothing else. The"
                + " file is probably damaged; give another copy, or save it as WAV.";
    }

    String stalled() {
        return name
                + " could not be read: the decoder got stuck in it and was stopped. The file is"
                + " probably damaged; give another copy, or save it as WAV.";
    }

    String worker(@Nullable String reason) {
        return name + " could not be read now. " + reason + " Try again.";
    }

    String disk(IOException failure) {
        return name
                + " could not be read or its sound could not be written ("
                + failure.getMessage()
                + "). If the disk is full, make room and try again.";
    }

    String endsEarly(double claimedSeconds, double seconds) {
        return name
                + " ends early: it says that it lasts "
                + time(claimedSeconds)
                + ", but only "
                + time(seconds)
                + " could be read. That much is kept.";
    }

    String cut(double seconds) {
        return name
                + " ends in the middle or was damaged: "
                + time(seconds)
                + " could be read and are kept.";
    }

    String damaged(int pieces) {
        return name + " is damaged in " + pieces + " places, which were left out.";
    }

    String noPartReadable() {
        return "No sound could be read from any part of "
                + name
                + ". Every byte of it is kept as it came.";
    }

    /**
     * @param seconds that are kept open for it; 0: not known
     */
    String silentPart(int part, double seconds, double startSeconds) {
        return "Part "
                + (part + 1)
                + (Math.round(seconds) == 0
                        ? " (at " + time(startSeconds) + ")"
                        : " (about " + time(seconds) + " from " + time(startSeconds) + ")")
                + " cannot be read; everything else is here.";
    }

    String morePartsDamaged(int parts) {
        return "The same is so in " + parts + " more of its parts.";
    }

    String tooLongTogether(long longestHours) {
        return name
                + " would last longer than "
                + longestHours
                + " hours, which is the limit for one recording.";
    }

    /** "1:02:03" or "2:03". */
    static String time(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? String.format(
                        Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
