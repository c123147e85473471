package org.colloquy.evidence;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.colloquy.audit.Audit;
import org.colloquy.common.Id;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Other evidence: described, changed, withdrawn and restored. Who may do so is asked at the door.
 */
public final class OtherEvidences {
    /** So much of one enrolment, withdrawn ones too. */
    private static final int MOST = 500;

    private final Jdbi jdbi;
    private final Clock clock;
    private final Audit audit;
    private final OtherEvidenceStore store = new OtherEvidenceStore();

    public OtherEvidences(Database database, Clock clock, Audit audit) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.audit = audit;
    }

    /** Of an enrolment, withdrawn ones too, by date. */
    public List<OtherEvidence> list(String enrolmentId) {
        return jdbi.withHandle(handle -> store.list(handle, enrolmentId));
    }

    /**
     * Adds it. What is there already, word for word, is not added again.
     *
     * @throws Problem.BadInput where a criterion is not one of the learner's unit
     * @throws Problem.TooLarge where there are too many already
     */
    public OtherEvidence create(String personId, String enrolmentId, OtherEvidenceRequest request) {
        return jdbi.inTransaction(
                handle -> {
                    List<OtherEvidence> there = store.list(handle, enrolmentId);
                    Optional<OtherEvidence> same =
                            there.stream()
                                    .filter(one -> !one.withdrawn() && one.saysTheSameAs(request))
                                    .findFirst();
                    if (same.isPresent()) {
                        return same.get();
                    }
                    if (there.size() >= MOST) {
                        throw new Problem.TooLarge(
                                "There can be at most {most} pieces of other evidence.",
                                Map.of("most", MOST));
                    }
                    requireCriteria(handle, enrolmentId, request);
                    String id = Id.create();
                    store.insert(handle, id, enrolmentId, request, personId, Database.now(clock));
                    return noted(handle, personId, "add-evidence", "Described ", id);
                });
    }

    /**
     * Describes it anew. What it says already changes nothing, whichever version was seen.
     *
     * @param seen the version that the person changes; null: whichever is there
     * @throws Problem.Conflict where it is withdrawn, or was changed since that version
     */
    public OtherEvidence change(
            String personId, String id, @Nullable Integer seen, OtherEvidenceRequest request) {
        return jdbi.inTransaction(
                handle -> {
                    OtherEvidence before = get(handle, id);
                    if (before.withdrawn()) {
                        throw new Problem.Conflict(
                                "This evidence is withdrawn. Restore it before you change it.");
                    }
                    if (before.saysTheSameAs(request)) {
                        return before;
                    }
                    requireSeen(before, seen);
                    requireCriteria(handle, before.enrolmentId(), request);
                    store.update(handle, id, request);
                    return noted(handle, personId, "change-evidence", "Described anew ", id);
                });
    }

    /**
     * Takes it back. It is kept; a second time changes nothing.
     *
     * @param seen the version that the person looks at; null: whichever is there
     * @throws Problem.Conflict where it was changed since that version
     */
    public OtherEvidence withdraw(String personId, String id, @Nullable Integer seen) {
        return jdbi.inTransaction(
                handle -> {
                    OtherEvidence before = get(handle, id);
                    if (before.withdrawn()) {
                        return before;
                    }
                    requireSeen(before, seen);
                    store.setWithdrawn(handle, id, personId, Database.now(clock));
                    return noted(handle, personId, "withdraw-evidence", "Withdrew ", id);
                });
    }

    /**
     * Makes it count again; a second time changes nothing.
     *
     * @param seen the version that the person looks at; null: whichever is there
     * @throws Problem.Conflict where it was changed since that version
     */
    public OtherEvidence restore(String personId, String id, @Nullable Integer seen) {
        return jdbi.inTransaction(
                handle -> {
                    OtherEvidence before = get(handle, id);
                    if (!before.withdrawn()) {
                        return before;
                    }
                    requireSeen(before, seen);
                    store.setWithdrawn(handle, id, null, null);
                    return noted(handle, personId, "restore-evidence", "Restored ", id);
                });
    }

    /** In the audit trail of the enrolment, with all that is said of it now. */
    private OtherEvidence noted(
            Handle handle, String personId, String action, String done, String id) {
        OtherEvidence now = get(handle, id);
        audit.append(
                handle,
                personId,
                action,
                "enrolment",
                now.enrolmentId(),
                Json.write(Map.of("text", done + "“" + now.title() + "”", "evidence", now)));
        return now;
    }

    private static void requireSeen(OtherEvidence now, @Nullable Integer seen) {
        if (seen != null && seen != now.version()) {
            throw new Problem.Conflict(
                    "This evidence was changed meanwhile, here or by somebody else. Nothing was"
                            + " changed now: look at it as it is.");
        }
    }

    private OtherEvidence get(Handle handle, String id) {
        return store.find(handle, id)
                .orElseThrow(() -> new Problem.NotFound("There is no such evidence."));
    }

    private void requireCriteria(Handle handle, String enrolmentId, OtherEvidenceRequest request) {
        Set<String> known = store.criteria(handle, enrolmentId);
        for (OtherEvidence.Meets meets : request.criteria()) {
            if (!known.contains(meets.criterionId())) {
                throw new Problem.BadInput(
                        "A criterion that was sent is not one of this learner's unit: load the"
                                + " page again.");
            }
        }
    }
}
