package org.colloquy.suggestion;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.assessment.Enrolments;
import org.colloquy.assessment.PlannedQuestion;
import org.colloquy.assessment.Session;
import org.colloquy.assessment.Sessions;
import org.colloquy.common.Problem;
import org.colloquy.criteria.Criterion;
import org.colloquy.criteria.Unit;
import org.colloquy.criteria.Units;
import org.colloquy.evidence.Tags;
import org.colloquy.redaction.Hidden;
import org.colloquy.redaction.Masks;

/** What other rooms know of a recording, as the ranking needs it. */
final class Surroundings {
    private static final int EXAMPLES_OF_A_CRITERION = 20;

    private static final double SAME_QUESTION = 0.6;

    /** A mark is set a little before or after the question is put. */
    private static final long MARK_BEFORE_MILLIS = 45_000;

    private static final long MARK_AFTER_MILLIS = 10_000;

    private final Sessions sessions;
    private final Enrolments enrolments;
    private final Units units;
    private final Tags tags;
    private final Masks masks;
    private final Suggestions.Circumstances circumstances;

    Surroundings(
            Sessions sessions,
            Enrolments enrolments,
            Units units,
            Tags tags,
            Masks masks,
            Suggestions.Circumstances circumstances) {
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.units = units;
        this.tags = tags;
        this.masks = masks;
        this.circumstances = circumstances;
    }

    Session session(String recordingId) {
        return sessions.get(circumstances.sessionId(recordingId));
    }

    /**
     * @throws Problem.Conflict where somebody took back that a machine reads the session
     */
    void refuseWhatWasWithdrawn(Session session) {
        circumstances
                .refusal(session.id())
                .ifPresent(
                        sentence -> {
                            throw new Problem.Conflict(sentence);
                        });
    }

    List<Wording> wordings(Session session) {
        Unit unit = units.get(enrolments.get(session.enrolmentId()).unit().id());
        return unit.outcomes().stream()
                .flatMap(
                        outcome ->
                                outcome.criteria().stream()
                                        .map(
                                                one ->
                                                        new Wording(
                                                                one.id(),
                                                                one.text(),
                                                                outcome.text())))
                .toList();
    }

    /**
     * What the centre tagged to these criteria in other recordings, without passages in which
     * anything is redacted, there or where their sound was joined with other.
     */
    List<Example> examples(Session session, String exceptTranscript) {
        Set<String> ids = wordings(session).stream().map(Wording::id).collect(Collectors.toSet());
        Map<String, Boolean> allowed = new HashMap<>();
        Map<String, Hidden> hidden = new HashMap<>();
        return tags.quotes(ids, exceptTranscript, EXAMPLES_OF_A_CRITERION).stream()
                .filter(quoted -> allowed.computeIfAbsent(quoted.recordingId(), this::isAllowed))
                .filter(
                        quoted ->
                                !hidden.computeIfAbsent(quoted.recordingId(), masks::hidden)
                                        .meets(quoted.startMillis(), quoted.endMillis()))
                .map(quoted -> new Example(quoted.criterionId(), quoted.quote()))
                .toList();
    }

    boolean isAllowed(String recordingId) {
        return circumstances.refusal(circumstances.sessionId(recordingId)).isEmpty();
    }

    /** Of the criteria, by their ids. */
    Map<String, String> numbers(String recordingId) {
        Session session = session(recordingId);
        return units.get(enrolments.get(session.enrolmentId()).unit().id()).criteria().stream()
                .collect(Collectors.toMap(Criterion::id, Criterion::number));
    }

    Spoken spoken(Discussion.Cut cut, String recordingId, Session session) {
        return new Spoken(
                Discussion.text(cut.words()),
                cut.question(),
                planned(cut, circumstances.asked(recordingId), session));
    }

    /** The criteria of the planned question that was put before it, by its words or by a mark. */
    private static Set<String> planned(
            Discussion.Cut cut, List<Suggestions.Asked> asked, Session session) {
        Set<String> stems = Set.copyOf(SharedWords.stems(cut.question()));
        long start = cut.words().getFirst().startMillis();
        Set<String> marked =
                asked.stream()
                        .filter(
                                one ->
                                        one.atMillis() > start - MARK_BEFORE_MILLIS
                                                && one.atMillis() < start + MARK_AFTER_MILLIS)
                        .map(Suggestions.Asked::questionId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        Set<String> planned = new LinkedHashSet<>();
        for (PlannedQuestion question : session.questions()) {
            Set<String> wanted = Set.copyOf(SharedWords.stems(question.text()));
            long both = wanted.stream().filter(stems::contains).count();
            if (marked.contains(question.id())
                    || !wanted.isEmpty() && both >= SAME_QUESTION * wanted.size()) {
                planned.addAll(question.criterionIds());
            }
        }
        return planned;
    }
}
