package org.colloquy.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.colloquy.audit.AuditEvent;
import org.colloquy.history.Change;
import org.colloquy.history.History;
import org.colloquy.history.Steps;
import org.colloquy.people.Viewer;
import org.colloquy.recording.Mark;
import org.colloquy.redaction.Hidden;
import org.colloquy.redaction.Masking;
import org.colloquy.redaction.Masks;
import org.colloquy.redaction.TurnsHeld;
import org.colloquy.redaction.Veil;
import org.colloquy.transcript.Correction;
import org.colloquy.transcript.Difference;
import org.colloquy.transcript.MachineWord;
import org.colloquy.transcript.ProposedChange;
import org.colloquy.transcript.SecondOpinion;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.Turn;
import org.jspecify.annotations.Nullable;

/**
 * Every kind of text on its way to a viewer, with what is redacted hidden from those who may not
 * see it. Where a text has no times, more is hidden rather than less.
 */
public final class Redacted {
    /** Six words of context are rarely longer, and contexts have no times of their own. */
    private static final long CONTEXT_MILLIS = 8_000;

    private final Masks masks;
    private final TurnsHeld turnsHeld;
    private final Transcripts transcripts;

    public Redacted(Masks masks, TurnsHeld turnsHeld, Transcripts transcripts) {
        this.masks = masks;
        this.turnsHeld = turnsHeld;
        this.transcripts = transcripts;
    }

    /** What is hidden from the viewer in sound. */
    Hidden hiddenFrom(Viewer viewer, String recordingId) {
        return masks.hiddenFrom(viewer, recordingId);
    }

    Transcript of(Viewer viewer, Transcript transcript) {
        return Masking.mask(transcript, masks.hiddenFrom(viewer, transcript.recordingId()));
    }

    Turn of(Viewer viewer, String transcriptId, Turn turn) {
        return Masking.mask(turn, masks.hiddenFrom(viewer, recordingOf(transcriptId)));
    }

    /** As the machine heard them, of that transcript. */
    List<MachineWord> machineWords(Viewer viewer, String transcriptId, List<MachineWord> words) {
        return Masking.mask(words, masks.hiddenFrom(viewer, recordingOf(transcriptId)));
    }

    /** Changes of text in that transcript. */
    List<Correction> corrections(Viewer viewer, String transcriptId, List<Correction> corrections) {
        String recordingId = recordingOf(transcriptId);
        Veil veil = masks.veil(viewer, recordingId);
        if (veil.isEmpty()) {
            return corrections;
        }
        Set<Integer> held = turnsHeld.of(recordingId, veil.hidden());
        return corrections.stream()
                .map(
                        one ->
                                held.contains(one.turnId())
                                        ? new Correction(
                                                one.turnId(),
                                                one.by(),
                                                one.at(),
                                                Masking.maskAll(one.before()),
                                                Masking.maskAll(one.after()))
                                        : new Correction(
                                                one.turnId(),
                                                one.by(),
                                                one.at(),
                                                veil.clean(one.before()),
                                                veil.clean(one.after())))
                .toList();
    }

    SecondOpinion opinion(Viewer viewer, String transcriptId, SecondOpinion opinion) {
        Veil veil = masks.veil(viewer, recordingOf(transcriptId));
        return veil.isEmpty()
                ? opinion
                : new SecondOpinion(
                        opinion.engine(),
                        opinion.model(),
                        opinion.createdAt(),
                        opinion.agreement(),
                        opinion.differences().stream()
                                .map(difference -> difference(difference, veil))
                                .toList());
    }

    private static Difference difference(Difference one, Veil veil) {
        boolean hidden = veil.hidden().meets(one.startMillis(), one.endMillis());
        return new Difference(
                one.id(),
                one.turnId(),
                one.firstWord(),
                one.lastWord(),
                one.before(),
                hidden ? Masking.maskAll(one.written()) : veil.clean(one.written()),
                hidden ? Masking.maskAll(one.heard()) : veil.clean(one.heard()),
                one.startMillis(),
                one.endMillis(),
                one.surer());
    }

    /** What a later hearing of the recording would change. */
    List<ProposedChange> proposed(Viewer viewer, String recordingId, List<ProposedChange> changes) {
        Veil veil = masks.veil(viewer, recordingId);
        return veil.isEmpty()
                ? changes
                : changes.stream().map(change -> proposed(change, veil)).toList();
    }

    private static ProposedChange proposed(ProposedChange one, Veil veil) {
        Hidden hidden = veil.hidden();
        boolean here = hidden.meets(one.startMillis(), one.endMillis());
        boolean before =
                hidden.meets(Math.max(0, one.startMillis() - CONTEXT_MILLIS), one.startMillis());
        boolean after = hidden.meets(one.endMillis(), one.endMillis() + CONTEXT_MILLIS);
        return new ProposedChange(
                one.startMillis(),
                one.endMillis(),
                one.speaker(),
                masked(one.contextBefore(), before || here, veil),
                masked(one.before(), here, veil),
                masked(one.after(), here, veil),
                masked(one.contextAfter(), after || here, veil),
                one.from(),
                one.to(),
                one.kind(),
                one.voices());
    }

    private static String masked(String text, boolean all, Veil veil) {
        return all ? Masking.maskAll(text) : veil.clean(text);
    }

    /**
     * What a person noted at one moment.
     *
     * @param redacted whether its note is hidden from the viewer
     */
    record SeenMark(@JsonUnwrapped Mark mark, boolean redacted) {}

    /** Marks of that recording. */
    List<SeenMark> marks(Viewer viewer, String recordingId, List<Mark> marks) {
        Veil veil = masks.veil(viewer, recordingId);
        return marks.stream()
                .map(mark -> new SeenMark(veil.mask(mark), veil.hidesNote(mark)))
                .toList();
    }

    /** Steps of people in the recording. */
    Steps steps(Viewer viewer, String recordingId, Steps steps) {
        Veil veil = masks.veil(viewer, recordingId);
        if (veil.isEmpty()) {
            return steps;
        }
        Held held = held(recordingId, veil);
        return new Steps(
                steps.latest(),
                steps.changes().stream().map(change -> held.mask(change)).toList(),
                steps.undo() == null ? null : held.mask(steps.undo()),
                steps.redo() == null ? null : held.mask(steps.redo()));
    }

    Change step(Viewer viewer, Change change) {
        Veil veil = masks.veil(viewer, change.recordingId());
        return veil.isEmpty() ? change : held(change.recordingId(), veil).mask(change);
    }

    private Held held(String recordingId, Veil veil) {
        Transcript present = transcripts.find(recordingId).orElse(null);
        return new Held(present, turnsHeld.of(recordingId, veil.hidden()), veil);
    }

    /** Steps name turns of the transcript that was present then. */
    private record Held(@Nullable Transcript present, Set<Integer> turns, Veil veil) {
        Change mask(Change change) {
            boolean all =
                    present == null
                            || change.at().isBefore(present.createdAt())
                            || change.turnIds().stream().anyMatch(turns::contains)
                            || change.tagIds().stream().anyMatch(veil.notedTags()::contains);
            return new Change(
                    change.id(),
                    change.recordingId(),
                    change.number(),
                    change.kind(),
                    veil.clean(change.text()),
                    change.by(),
                    change.at(),
                    change.undone(),
                    change.turnIds(),
                    change.tagIds(),
                    masked(change.before(), all, veil),
                    masked(change.after(), all, veil),
                    change.startMillis());
        }
    }

    /**
     * Entries of the audit trail about the recording: rooms write none of its words there. They
     * hold hashes of states that do, by which who guesses a word could know that it is the one:
     * those, and the hash over them, stay here.
     */
    List<AuditEvent> audit(Viewer viewer, String recordingId, List<AuditEvent> events) {
        Veil veil = masks.veil(viewer, recordingId);
        return veil.isEmpty()
                ? events
                : events.stream()
                        .map(
                                event ->
                                        new AuditEvent(
                                                event.number(),
                                                event.at(),
                                                event.by(),
                                                event.action(),
                                                veil.clean(event.text()),
                                                details(event.details(), veil),
                                                ""))
                        .toList();
    }

    private static Map<String, Object> details(Map<String, Object> details, Veil veil) {
        Map<String, Object> clean = new TreeMap<>();
        details.forEach((name, value) -> clean.put(name, value(value, veil)));
        clean.keySet().removeAll(History.STATE_HASHES);
        return clean;
    }

    private static Object value(Object value, Veil veil) {
        return switch (value) {
            case String text -> veil.clean(text);
            case List<?> list ->
                    list.stream().map(one -> value(one, veil)).collect(Collectors.toList());
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            entry -> String.valueOf(entry.getKey()),
                                            entry -> value(entry.getValue(), veil)));
            default -> value;
        };
    }

    private String recordingOf(String transcriptId) {
        return transcripts.recordingOf(transcriptId);
    }
}
