package org.colloquy.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person of the centre, with or without the means to sign in. */
public record Person(
        String id,
        String name,
        @Nullable String email,
        @Nullable String learnerNumber,
        List<Role> roles,
        boolean canSignIn,
        boolean disabled,
        List<Right> rights) {
    public Person {
        rights = List.copyOf(rights);
        roles = List.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
