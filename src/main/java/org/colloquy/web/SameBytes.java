package org.colloquy.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of a recording are a second time, so far as one viewer may know.
 *
 * @param places those that the viewer may see
 * @param elsewhere whether to say that they are also where the viewer may not look
 */
record SameBytes(List<Place> places, boolean elsewhere) {
    static final SameBytes NOWHERE = new SameBytes(List.of(), false);

    /**
     * A recording that has them.
     *
     * @param session what it is called; null: in the same session
     */
    record Place(
            String recordingId,
            String sessionId,
            String fileName,
            @JsonIgnore @Nullable Text session) {
        /** In English; null: in the same session. */
        @JsonProperty
        @Nullable String sessionTitle() {
            return session == null ? null : session.message();
        }
    }

    SameBytes {
        places = List.copyOf(places);
    }

    /** Said after what there is to say of the recording itself. */
    @Nullable Text beside(@Nullable Text problem) {
        List<Text> sentences = new ArrayList<>();
        if (problem != null) {
            sentences.add(problem);
        }
        for (Place place : places) {
            sentences.add(
                    place.session() == null
                            ? Text.of(
                                    "This session has the same bytes twice: as "
                                            + "“{fileName}” too. One of them can be set aside.",
                                    Map.of("fileName", place.fileName()))
                            : Text.of(
                                    "The same bytes are in another session, as “{fileName}” "
                                            + "({session}). One of them can be set aside.",
                                    Map.of(
                                            "fileName",
                                            place.fileName(),
                                            "session",
                                            place.session())));
        }
        if (elsewhere) {
            sentences.add(Text.of("The same bytes are in another session of this centre as well."));
        }
        return sentences.isEmpty() ? null : Text.joined(sentences);
    }
}
