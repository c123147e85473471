package org.colloquy.media;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.colloquy.common.FileNames;
import org.colloquy.common.Text;

/** What people are told about one file. */
final class Sentences {
    private static final int LONGEST_NAME = 80;

    private final Text name;

    Sentences(String fileName) {
        String clean = FileNames.clean(fileName);
        name =
                Text.of(
                        "“{file}”",
                        Map.of("file", clean.length() > LONGEST_NAME ? shorten(clean) : clean));
    }

    private Sentences(int part, Sentences whole) {
        name = Text.of("Part {number} of {file}", Map.of("number", part + 1, "file", whole.name));
    }

    /** For one part of the file, numbered from 0. */
    Sentences ofPart(int part) {
        return new Sentences(part, this);
    }

    private static String shorten(String name) {
        int end = name.offsetByCodePoints(0, name.codePointCount(0, LONGEST_NAME - 20));
        return name.substring(0, end) + "…" + name.substring(name.length() - 15);
    }

    Text noFile() {
        return Text.of(
                "There is no file {file}. Check the name and the folder.", Map.of("file", name));
    }

    Text noPlainFile() {
        return Text.of(
                "{file} is a folder or a device, not a file. Name one sound or "
                        + "video file; a whole folder is not read at once.",
                Map.of("file", name));
    }

    Text empty() {
        return Text.of(
                "{file} is empty: it has no bytes at all. Choose the file again.",
                Map.of("file", name));
    }

    Text refused(Wire.Refusal refusal, long longestHours) {
        return switch (refusal) {
            case NOT_MEDIA ->
                    Text.of(
                            "{file} is not a sound or video file that Colloquy can "
                                    + "read. Give a file such as WAV, MP3, M4A, FLAC, Ogg, "
                                    + "WebM, MP4 or MKV; if it is one, it is damaged at its "
                                    + "beginning or was not copied whole.",
                            Map.of("file", name));
            case PLAYLIST ->
                    Text.of(
                            "{file} is a playlist, which names other files and has no "
                                    + "sound itself. Nothing it names was opened. Give the "
                                    + "sound file itself.",
                            Map.of("file", name));
            case NO_SOUND ->
                    Text.of(
                            "{file} is a video without sound, so there is nothing to hear or "
                                    + "to transcribe. Give the file that has the sound.",
                            Map.of("file", name));
            case UNKNOWN_CODEC ->
                    Text.of(
                            "{file} holds sound in a form that Colloquy does not decode. Save "
                                    + "it as WAV, MP3, M4A or FLAC and give that.",
                            Map.of("file", name));
            case NOTHING_DECODED ->
                    Text.of(
                            "{file} is damaged: no sound could be read from it. Give another "
                                    + "copy, or save it again with the program that made it.",
                            Map.of("file", name));
            case TOO_LONG ->
                    Text.of(
                            "{file} lasts longer than {hours} hours, which is the limit. Cut "
                                    + "it into parts and give those.",
                            Map.of("file", name, "hours", longestHours));
        };
    }

    Text crashed() {
        return Text.of(
                "{file} could not be read: it made the decoder crash, which "
                        + "harmed nothing else. The file is probably damaged; give another "
                        + "copy, or save it as WAV.",
                Map.of("file", name));
    }

    Text stalled() {
        return Text.of(
                "{file} could not be read: the decoder got stuck in it and was "
                        + "stopped. The file is probably damaged; give another copy, or "
                        + "save it as WAV.",
                Map.of("file", name));
    }

    Text worker(Text reason) {
        return Text.of(
                "{file} could not be read now. {why} Try again.",
                Map.of("file", name, "why", reason));
    }

    Text disk(IOException failure) {
        return Text.of(
                "{file} could not be read or its sound could not be written "
                        + "({why}). If the disk is full, make room and try again.",
                Map.of("file", name, "why", String.valueOf(failure.getMessage())));
    }

    Text endsEarly(double claimedSeconds, double seconds) {
        return Text.of(
                "{file} ends early: it says that it lasts {claimed}, but only "
                        + "{seconds} could be read. That much is kept.",
                Map.of("file", name, "claimed", time(claimedSeconds), "seconds", time(seconds)));
    }

    Text cut(double seconds) {
        return Text.of(
                "{file} ends in the middle or was damaged: {seconds} could be read and are kept.",
                Map.of("file", name, "seconds", time(seconds)));
    }

    Text damaged(int pieces) {
        return Text.of(
                "{file} is damaged in {places} places, which were left out.",
                Map.of("file", name, "places", pieces));
    }

    Text noPartReadable() {
        return Text.of(
                "No sound could be read from any part of {file}. Every byte of "
                        + "it is kept as it came.",
                Map.of("file", name));
    }

    /**
     * @param seconds that are kept open for it; 0: not known
     */
    Text silentPart(int part, double seconds, double startSeconds) {
        return Math.round(seconds) == 0
                ? Text.of(
                        "Part {number} (at {start}) cannot be read; everything else is here.",
                        Map.of("number", part + 1, "start", time(startSeconds)))
                : Text.of(
                        "Part {number} (about {seconds} from {start}) cannot be read; "
                                + "everything else is here.",
                        Map.of(
                                "number",
                                part + 1,
                                "seconds",
                                time(seconds),
                                "start",
                                time(startSeconds)));
    }

    Text morePartsDamaged(int parts) {
        return Text.of("The same is so in {parts} more of its parts.", Map.of("parts", parts));
    }

    Text tooLongTogether(long longestHours) {
        return Text.of(
                "{file} would last longer than {hours} hours, which is the limit "
                        + "for one recording.",
                Map.of("file", name, "hours", longestHours));
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
