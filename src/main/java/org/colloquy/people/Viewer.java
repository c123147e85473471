package org.colloquy.people;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who asks: the signed-in person of a request. Every service that shows or changes something takes
 * one and decides by it.
 */
public record Viewer(String personId, String name, Set<Role> roles) {
    public Viewer {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isOneOf(Role first, Role... more) {
        return EnumSet.of(first, more).stream().anyMatch(roles::contains);
    }
}
