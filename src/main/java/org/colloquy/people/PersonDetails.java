package org.colloquy.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is set of a person.
 *
 * @param rights null: unchanged, or none for a new person
 * @param password null: unchanged, or none for a new person, who then cannot sign in
 */
public record PersonDetails(
        String name,
        @Nullable String email,
        @Nullable String learnerNumber,
        List<Role> roles,
        @Nullable String password,
        boolean disabled,
        @Nullable List<Right> rights) {
    private static final int LONGEST = 200;
    static final int SHORTEST_PASSWORD = 10;

    /** With the rights as they are. */
    public PersonDetails(
            String name,
            @Nullable String email,
            @Nullable String learnerNumber,
            List<Role> roles,
            @Nullable String password,
            boolean disabled) {
        this(name, email, learnerNumber, roles, password, disabled, null);
    }

    public PersonDetails with(Right right) {
        return new PersonDetails(
                name, email, learnerNumber, roles, password, disabled, List.of(right));
    }

    public PersonDetails {
        rights = rights == null ? null : List.copyOf(rights.stream().distinct().sorted().toList());
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw new Problem.BadInput(
                    "A name needs 1 to {longest} characters.", Map.of("longest", LONGEST));
        }
        email = email == null || email.isBlank() ? null : email.strip().toLowerCase(Locale.ROOT);
        if (email != null && !(email.length() <= LONGEST && email.matches("[^@\\s]+@[^@\\s]+"))) {
            throw new Problem.BadInput(
                    "“{email}” is not an e-mail address.", Map.of("email", email));
        }
        learnerNumber =
                learnerNumber == null || learnerNumber.isBlank() ? null : learnerNumber.strip();
        if (learnerNumber != null && learnerNumber.length() > LONGEST) {
            throw new Problem.BadInput(
                    "A learner number has at most {longest} characters.",
                    Map.of("longest", LONGEST));
        }
        roles = List.copyOf(roles.stream().distinct().sorted().toList());
        if (roles.isEmpty()) {
            throw new Problem.BadInput(
                    "Choose at least one role for {name}.", Map.of("name", name));
        }
        if (password != null && email == null) {
            throw new Problem.BadInput(
                    "{name} needs an e-mail address to sign in with that password.",
                    Map.of("name", name));
        }
        if (password != null) {
            checkPassword(password);
        }
    }

    static void checkPassword(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST) {
            throw new Problem.BadInput(
                    "A password needs {shortestPassword} to {longest} characters.",
                    Map.of("shortestPassword", SHORTEST_PASSWORD, "longest", LONGEST));
        }
    }
}
