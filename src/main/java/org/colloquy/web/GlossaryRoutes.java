package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Access.Thing;
import org.colloquy.glossary.Glossaries;
import org.colloquy.glossary.Vocabularies;
import org.colloquy.people.Role;
import org.jspecify.annotations.Nullable;

/** The centre's glossary, and what guides recognition in a session. */
public final class GlossaryRoutes {
    private static final Set<Role> WRITERS = EnumSet.of(Role.ADMINISTRATOR, Role.ASSESSOR);

    /** Seen: when the glossary that the person changes was changed last, null: never. */
    record Terms(List<String> terms, @Nullable Instant seen) {}

    private final Glossaries glossaries;
    private final Vocabularies vocabularies;
    private final Access access;

    public GlossaryRoutes(Glossaries glossaries, Vocabularies vocabularies, Access access) {
        this.glossaries = glossaries;
        this.vocabularies = vocabularies;
        this.access = access;
    }

    public void addTo(Routes routes) {
        routes.on(
                        HandlerType.GET,
                        "/api/glossary",
                        Routes.SIGNED_IN,
                        call -> call.json(glossaries.get()))
                .on(HandlerType.PUT, "/api/glossary", WRITERS, this::replace)
                .on(
                        HandlerType.GET,
                        "/api/sessions/{id}/vocabulary",
                        Routes.SIGNED_IN,
                        this::ofSession);
    }

    private void replace(Call call) {
        Terms terms = call.body(Terms.class);
        call.json(glossaries.replace(call.viewer().personId(), terms.terms(), terms.seen()));
    }

    private void ofSession(Call call) {
        access.requireRead(call.viewer(), Thing.SESSION, call.path("id"));
        call.json(vocabularies.ofSession(call.path("id")));
    }
}
