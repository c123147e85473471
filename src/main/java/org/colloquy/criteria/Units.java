package org.colloquy.criteria;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The units that the centre keeps. */
public final class Units {
    private final Jdbi jdbi;
    private final Clock clock;
    private final Consumer<String> onChange;

    /**
     * @param onChange gets the id of a unit that was made or changed, after it is stored
     */
    public Units(Database database, Clock clock, Consumer<String> onChange) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.onChange = onChange;
    }

    /**
     * Keeps a unit.
     *
     * @param personId who made it; null from the command line
     * @throws Problem.BadInput where the draft lacks a title or criteria, or repeats a number
     */
    public Unit create(@Nullable String personId, UnitDraft draft) {
        UnitDraft clean = UnitRules.check(draft);
        String id = Id.create();
        Unit unit =
                jdbi.inTransaction(
                        handle -> {
                            UnitStore.insert(handle, id, clean, personId, Database.now(clock));
                            return require(handle, id);
                        });
        onChange.accept(id);
        return unit;
    }

    /**
     * Replaces a unit.
     *
     * @throws Problem.Conflict where a session was held for it already
     */
    public Unit replace(String id, UnitDraft draft) {
        UnitDraft clean = UnitRules.check(draft);
        Unit unit =
                jdbi.inTransaction(
                        handle -> {
                            if (require(handle, id).inUse()) {
                                throw new Problem.Conflict(
                                        "This unit cannot be changed any more: a session was held"
                                                + " for it, and its evidence rests on these words. Save"
                                                + " the changed unit as a new one.");
                            }
                            UnitStore.update(handle, id, clean);
                            return require(handle, id);
                        });
        onChange.accept(id);
        return unit;
    }

    /** The unit, for other rooms, which know whether the person may see it. */
    public Unit get(String id) {
        return jdbi.withHandle(handle -> require(handle, id));
    }

    /**
     * The unit, for a person.
     *
     * @throws Problem.NotFound for a learner who is not enrolled on it
     */
    public Unit get(Viewer viewer, String id) {
        return jdbi.withHandle(
                handle -> {
                    if (isOnlyLearner(viewer)
                            && !UnitStore.isEnrolled(handle, viewer.personId(), id)) {
                        throw notFound();
                    }
                    return require(handle, id);
                });
    }

    /** All units in order of title; for a learner those they are enrolled on. */
    public List<UnitSummary> list(Viewer viewer) {
        List<UnitSummary> all = list();
        if (!isOnlyLearner(viewer)) {
            return all;
        }
        return jdbi.withHandle(
                handle ->
                        all.stream()
                                .filter(
                                        unit ->
                                                UnitStore.isEnrolled(
                                                        handle, viewer.personId(), unit.id()))
                                .toList());
    }

    /** All units in order of title. */
    public List<UnitSummary> list() {
        return jdbi.withHandle(UnitStore::list);
    }

    private static boolean isOnlyLearner(Viewer viewer) {
        return !viewer.isOneOf(Role.ADMINISTRATOR, Role.ASSESSOR, Role.IQA, Role.EQA);
    }

    private static Unit require(Handle handle, String id) {
        return UnitStore.find(handle, id).orElseThrow(Units::notFound);
    }

    private static Problem.NotFound notFound() {
        return new Problem.NotFound("There is no such unit.");
    }
}
