package org.colloquy.evidence;

import java.util.List;
import org.colloquy.common.Json;

/**
 * What a person made of a tag, as the history keeps it. Whether it asks for review is not in it:
 * that follows from the words.
 */
record TagState(
        String id,
        String transcriptId,
        String criterionId,
        String number,
        String strength,
        int firstWord,
        int lastWord,
        String quote,
        String reason,
        boolean withdrawn) {
    static TagState of(Tag tag) {
        return new TagState(
                tag.id(),
                tag.transcriptId(),
                tag.criterion().id(),
                tag.criterion().number(),
                tag.strength().toString(),
                tag.firstWord(),
                tag.lastWord(),
                tag.quote(),
                tag.reason(),
                tag.state() == Tag.State.WITHDRAWN);
    }

    static String write(List<Tag> tags) {
        return Json.write(tags.stream().map(TagState::of).toList());
    }

    static List<TagState> read(String json) {
        return List.of(Json.read(json, TagState[].class));
    }

    /** For people: "1.1, partly: the words (why)". */
    static String read(List<Tag> tags) {
        return String.join(
                "\n",
                tags.stream()
                        .map(
                                tag ->
                                        tag.criterion().number()
                                                + ", "
                                                + tag.strength()
                                                + ": "
                                                + tag.quote()
                                                + (tag.reason().isEmpty()
                                                        ? ""
                                                        : " (" + tag.reason() + ")"))
                        .toList());
    }

    boolean hasEdgesOf(TagState other) {
        return firstWord == other.firstWord && lastWord == other.lastWord;
    }
}
