package org.colloquy.web;

import io.javalin.security.RouteRole;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.people.Role;

/** Who may call a route: anyone at all, or people of a role. Every route names at least one. */
enum Caller implements RouteRole {
    ANYONE,
    ADMINISTRATOR,
    ASSESSOR,
    LEARNER,
    IQA,
    EQA;

    static Set<Caller> of(Set<Role> roles) {
        return roles.stream()
                .map(role -> valueOf(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
