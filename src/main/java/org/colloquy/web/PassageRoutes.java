package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Access.Thing;
import org.colloquy.common.Problem;
import org.colloquy.evidence.Matrices;
import org.colloquy.evidence.PassageFacet;
import org.colloquy.evidence.PassageLists;
import org.colloquy.evidence.PassageQuery;
import org.jspecify.annotations.Nullable;

/** Passages over sessions and learners, and the matrix of a unit: read by all who may see them. */
public final class PassageRoutes {
    private final PassageLists lists;
    private final Matrices matrices;
    private final Access access;

    public PassageRoutes(PassageLists lists, Matrices matrices, Access access) {
        this.lists = lists;
        this.matrices = matrices;
        this.access = access;
    }

    public void addTo(Routes routes) {
        routes.on(HandlerType.GET, "/api/passages", Routes.SIGNED_IN, this::list)
                .on(HandlerType.GET, "/api/enrolments/{id}/matrix", Routes.SIGNED_IN, this::matrix);
    }

    /** A facet may be given more than once: then one of its values must be met. */
    private void list(Call call) {
        Map<PassageFacet, Set<String>> chosen = new EnumMap<>(PassageFacet.class);
        for (PassageFacet facet : PassageFacet.values()) {
            Set<String> values =
                    call.context().queryParams(facet.toString()).stream()
                            .filter(value -> !value.isBlank())
                            .collect(Collectors.toSet());
            if (!values.isEmpty()) {
                chosen.put(facet, values);
            }
        }
        call.json(
                PassageJson.ListBody.of(
                        lists.list(
                                call.viewer(),
                                new PassageQuery(
                                        chosen,
                                        call.query("enrolment").orElse(null),
                                        call.query("q").orElse(""),
                                        date(call, "from"),
                                        date(call, "to"),
                                        number(call, "page", 1),
                                        number(call, "size", PassageQuery.USUAL_SIZE)))));
    }

    private void matrix(Call call) {
        access.requireRead(call.viewer(), Thing.ENROLMENT, call.path("id"));
        call.json(
                PassageJson.MatrixBody.of(
                        matrices.get(
                                call.path("id"),
                                call.query("session").orElse(null),
                                access.withheldSessions(call.viewer()))));
    }

    static @Nullable LocalDate date(Call call, String name) {
        return call.query(name).map(PassageRoutes::date).orElse(null);
    }

    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new Problem.BadInput(
                    "“{what}” is no date; write it as 2026-11-23.",
                    Map.of("what", text),
                    unreadable);
        }
    }

    private static int number(Call call, String name, int usual) {
        String text = call.query(name).orElse(String.valueOf(usual));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw new Problem.BadInput(
                    "“{what}” is no number for “{name}”.",
                    Map.of("what", text, "name", name),
                    noNumber);
        }
    }
}
