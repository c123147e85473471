package org.colloquy.evidence;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colloquy.database.Database;
import org.colloquy.people.Viewer;
import org.colloquy.redaction.Hidden;
import org.colloquy.redaction.Masking;
import org.colloquy.redaction.Masks;
import org.colloquy.redaction.Veil;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.Word;
import org.jdbi.v3.core.Jdbi;

/** Tags on their way out: what is redacted is hidden, and how much of each nobody has checked. */
public final class TagViews {
    private final Jdbi jdbi;
    private final Transcripts transcripts;
    private final Masks masks;

    public TagViews(Database database, Transcripts transcripts, Masks masks) {
        this.jdbi = database.jdbi();
        this.transcripts = transcripts;
        this.masks = masks;
    }

    public TagView of(Viewer viewer, Tag tag) {
        return of(viewer, List.of(tag)).getFirst();
    }

    /** One for each, in the same order. */
    public List<TagView> of(Viewer viewer, Collection<Tag> tags) {
        Set<String> redacted = masks.redacted(recordings(tags));
        Map<String, Integer> unchecked =
                jdbi.withHandle(
                        handle -> TagWords.unchecked(handle, tags.stream().map(Tag::id).toList()));
        Veiled veiled = new Veiled(viewer, redacted);
        return tags.stream()
                .map(
                        tag ->
                                new TagView(
                                        veiled.of(tag),
                                        unchecked.getOrDefault(tag.id(), 0),
                                        veiled.isRedacted(tag)))
                .toList();
    }

    /** Those of the recordings in which something is hidden from somebody. */
    Set<String> withHidden(Set<String> recordingIds) {
        return masks.redacted(recordingIds);
    }

    /** With what is redacted hidden, and nothing counted. */
    List<Tag> veiled(Viewer viewer, Collection<Tag> tags) {
        Veiled veiled = new Veiled(viewer, masks.redacted(recordings(tags)));
        return tags.stream().map(veiled::of).toList();
    }

    private static Set<String> recordings(Collection<Tag> tags) {
        Set<String> ids = new HashSet<>();
        tags.forEach(tag -> ids.add(tag.recordingId()));
        return ids;
    }

    /** Hides for one viewer, and reads each recording's words once. */
    private final class Veiled {
        private final Viewer viewer;
        private final Set<String> redacted;
        private final Map<String, Veil> veils = new HashMap<>();
        private final Map<String, Hidden> hidden = new HashMap<>();
        private final Map<String, Passages> passages = new HashMap<>();

        Veiled(Viewer viewer, Set<String> redacted) {
            this.viewer = viewer;
            this.redacted = redacted;
        }

        boolean isRedacted(Tag tag) {
            return redacted.contains(tag.recordingId())
                    && words(tag).stream()
                            .anyMatch(
                                    word ->
                                            hidden.computeIfAbsent(tag.recordingId(), masks::hidden)
                                                    .hides(word.startMillis(), word.endMillis()));
        }

        Tag of(Tag tag) {
            if (!redacted.contains(tag.recordingId())) {
                return tag;
            }
            Veil veil =
                    veils.computeIfAbsent(
                            tag.recordingId(), recording -> masks.veil(viewer, recording));
            return veil.isEmpty()
                    ? tag
                    : tag.reading(
                            quote(tag, veil),
                            veil.reason(tag.id(), isHidden(tag, veil), tag.reason()));
        }

        /** Whether all of its words are hidden; where they are gone, those said there. */
        private boolean isHidden(Tag tag, Veil veil) {
            List<Word> words = words(tag);
            return words.isEmpty()
                    ? veil.hides(tag.startMillis(), tag.endMillis())
                    : words.stream()
                            .allMatch(word -> veil.hides(word.startMillis(), word.endMillis()));
        }

        /** Where the quote is not what is said now, nobody knows which of its words are hidden. */
        private String quote(Tag tag, Veil veil) {
            List<Word> words = words(tag);
            if (!Passages.text(words).equals(tag.quote())) {
                return Masking.maskAll(tag.quote());
            }
            return Passages.text(
                    words.stream().map(word -> Masking.mask(word, veil.hidden())).toList());
        }

        private List<Word> words(Tag tag) {
            return passages.computeIfAbsent(
                            tag.transcriptId(), id -> new Passages(transcripts.getById(id).words()))
                    .words(tag.firstWord(), tag.lastWord());
        }
    }
}
