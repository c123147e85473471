package org.colloquy.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.colloquy.assessment.Session;
import org.colloquy.assessment.Sessions;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Makes the {@link Matrix} of an enrolment out of its coverage and its other evidence. */
public final class Matrices {
    private static final String SESSION = "session";
    private static final String OTHER = "other";

    private final Jdbi jdbi;
    private final Coverages coverages;
    private final OtherEvidences otherEvidences;
    private final Sessions sessions;

    public Matrices(
            Database database,
            Coverages coverages,
            OtherEvidences otherEvidences,
            Sessions sessions) {
        this.jdbi = database.jdbi();
        this.coverages = coverages;
        this.otherEvidences = otherEvidences;
        this.sessions = sessions;
    }

    /**
     * Of one enrolment.
     *
     * @param sessionId has a column though nothing is tagged in it, the first one; null: none has
     * @param withheldSessions those that are not shown to who asks
     * @throws Problem.BadInput where the session is another enrolment's
     */
    public Matrix get(
            String enrolmentId, @Nullable String sessionId, Set<String> withheldSessions) {
        Coverage coverage = coverages.get(enrolmentId, withheldSessions);
        List<Tag> tags =
                coverage.outcomes().stream()
                        .flatMap(outcome -> outcome.criteria().stream())
                        .flatMap(covered -> covered.passages().stream())
                        .map(Coverage.Found::tag)
                        .toList();
        Map<String, Integer> unchecked =
                jdbi.withHandle(
                        handle -> TagWords.unchecked(handle, tags.stream().map(Tag::id).toList()));
        List<OtherEvidence> other =
                otherEvidences.list(enrolmentId).stream().filter(one -> !one.withdrawn()).toList();
        List<Matrix.Row> rows = new ArrayList<>();
        List<Matrix.Missing> missing = new ArrayList<>();
        for (Coverage.Outcome outcome : coverage.outcomes()) {
            for (Coverage.Covered covered : outcome.criteria()) {
                Matrix.Row row = row(outcome.number(), covered, other, unchecked);
                rows.add(row);
                missing(row).ifPresent(missing::add);
            }
        }
        return new Matrix(
                enrolmentId,
                columns(coverage, other, chosen(enrolmentId, sessionId, withheldSessions)),
                rows,
                missing);
    }

    private Optional<Session> chosen(
            String enrolmentId, @Nullable String sessionId, Set<String> withheldSessions) {
        if (sessionId == null) {
            return Optional.empty();
        }
        Session session;
        try {
            session = sessions.get(sessionId);
        } catch (Problem.NotFound unknown) {
            throw new Problem.BadInput("There is no such session of this learner.", unknown);
        }
        if (!session.enrolmentId().equals(enrolmentId)) {
            throw new Problem.BadInput("There is no such session of this learner.");
        }
        return withheldSessions.contains(sessionId) ? Optional.empty() : Optional.of(session);
    }

    private static List<Matrix.Column> columns(
            Coverage coverage, List<OtherEvidence> other, Optional<Session> chosen) {
        Map<String, Matrix.Column> columns = new LinkedHashMap<>();
        chosen.ifPresent(
                session ->
                        columns.put(
                                session.id(),
                                new Matrix.Column(
                                        SESSION,
                                        session.id(),
                                        session.title(),
                                        session.date().toString(),
                                        null,
                                        session.method())));
        coverage.outcomes().stream()
                .flatMap(outcome -> outcome.criteria().stream())
                .flatMap(covered -> covered.passages().stream())
                .sorted(Comparator.comparing(Coverage.Found::sessionDate))
                .forEach(
                        found ->
                                columns.putIfAbsent(
                                        found.tag().sessionId(),
                                        new Matrix.Column(
                                                SESSION,
                                                found.tag().sessionId(),
                                                found.sessionTitle(),
                                                found.sessionDate(),
                                                null,
                                                found.method())));
        for (OtherEvidence one : other) {
            columns.put(
                    one.id(),
                    new Matrix.Column(
                            OTHER,
                            one.id(),
                            one.title(),
                            one.date() == null ? null : one.date().toString(),
                            one.location(),
                            null));
        }
        return List.copyOf(columns.values());
    }

    private static Matrix.Row row(
            String outcome,
            Coverage.Covered covered,
            List<OtherEvidence> other,
            Map<String, Integer> unchecked) {
        Map<String, List<Tag>> bySession = new LinkedHashMap<>();
        covered.passages()
                .forEach(
                        found ->
                                bySession
                                        .computeIfAbsent(
                                                found.tag().sessionId(), id -> new ArrayList<>())
                                        .add(found.tag()));
        List<Matrix.Cell> cells = new ArrayList<>();
        bySession.forEach((session, tags) -> cells.add(cell(session, tags, unchecked)));
        boolean carriedByOther = false;
        for (OtherEvidence one : other) {
            for (OtherEvidence.Meets meets : one.criteria()) {
                if (meets.criterionId().equals(covered.criterion().id())) {
                    cells.add(new Matrix.Cell(one.id(), meets.strength(), 1, 0, 0, null));
                    carriedByOther |= meets.strength() != Strength.CONTEXT;
                }
            }
        }
        List<Tag> carrying =
                covered.passages().stream()
                        .map(Coverage.Found::tag)
                        .filter(tag -> tag.strength() != Strength.CONTEXT)
                        .toList();
        return new Matrix.Row(
                outcome,
                covered.criterion(),
                cells.stream()
                        .map(Matrix.Cell::strength)
                        .min(Comparator.naturalOrder())
                        .map(Strength::toString)
                        .orElse("none"),
                !carrying.isEmpty()
                        && !carriedByOther
                        && carrying.stream().allMatch(tag -> unchecked.containsKey(tag.id())),
                cells.stream().mapToInt(Matrix.Cell::review).sum(),
                cells);
    }

    private static Matrix.Cell cell(
            String session, List<Tag> tags, Map<String, Integer> unchecked) {
        Tag strongest =
                tags.stream()
                        .min(
                                Comparator.comparing(Tag::strength)
                                        .thenComparing(tag -> tag.state() == Tag.State.REVIEW))
                        .orElseThrow();
        return new Matrix.Cell(
                session,
                strongest.strength(),
                tags.size(),
                (int) tags.stream().filter(tag -> unchecked.containsKey(tag.id())).count(),
                (int) tags.stream().filter(tag -> tag.state() == Tag.State.REVIEW).count(),
                strongest);
    }

    private static Optional<Matrix.Missing> missing(Matrix.Row row) {
        Map<String, String> of = Map.of("criterion", row.criterion().number());
        return switch (row.state()) {
            case "none" ->
                    missing(
                            row,
                            "nothing",
                            Text.of("There is no evidence for {criterion} yet.", of));
            case "context" ->
                    missing(
                            row,
                            "context",
                            Text.of(
                                    "What there is for {criterion} only helps to understand it.",
                                    of));
            case "partly" ->
                    missing(
                            row,
                            "partly",
                            Text.of("The evidence meets {criterion} only partly.", of));
            default ->
                    row.unchecked()
                            ? missing(
                                    row,
                                    "unchecked",
                                    Text.of(
                                            "The evidence for {criterion} rests on words that nobody "
                                                    + "has checked.",
                                            of))
                            : Optional.empty();
        };
    }

    private static Optional<Matrix.Missing> missing(Matrix.Row row, String why, Text text) {
        return Optional.of(new Matrix.Missing(row.criterion(), why, text));
    }
}
