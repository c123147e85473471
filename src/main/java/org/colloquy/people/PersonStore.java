package org.colloquy.people;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/** The tables {@code centre}, {@code person}, {@code person_role} and {@code person_right}. */
final class PersonStore {
    private static final String SELECT =
            """
            SELECT person.*,
                   (SELECT group_concat(role) FROM person_role WHERE person_id = person.id) AS roles,
                   (SELECT group_concat(name) FROM person_right WHERE person_id = person.id) AS rights
            FROM person
            """;

    private static final RowMapper<Person> PERSON =
            (row, context) ->
                    new Person(
                            row.getString("id"),
                            row.getString("name"),
                            row.getString("email"),
                            row.getString("learner_number"),
                            roles(row.getString("roles")),
                            row.getString("password_hash") != null,
                            row.getBoolean("disabled"),
                            rights(row.getString("rights")));

    private PersonStore() {}

    private static List<Role> roles(@Nullable String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(",")).map(Role::parse).sorted().toList();
    }

    private static List<Right> rights(@Nullable String joined) {
        return joined == null
                ? List.of()
                : Arrays.stream(joined.split(",")).map(Right::parse).sorted().toList();
    }

    static Optional<Centre> findCentre(Handle handle) {
        return handle.createQuery("SELECT * FROM centre")
                .map(
                        (row, context) ->
                                new Centre(
                                        row.getString("name"),
                                        row.getString("number"),
                                        row.getString("time_zone"),
                                        row.getBoolean("sample")))
                .findOne();
    }

    static void insertCentre(Handle handle, Centre centre, Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO centre (id, name, number, time_zone, sample, created_at)
                        VALUES (1, :name, :number, :timeZone, :sample, :now)
                        """)
                .bindMethods(centre)
                .bind("now", now)
                .execute();
    }

    static List<Person> list(Handle handle) {
        return handle.createQuery(SELECT + " ORDER BY name, id").map(PERSON).list();
    }

    static Optional<Person> find(Handle handle, String id) {
        return handle.createQuery(SELECT + " WHERE id = :id").bind("id", id).map(PERSON).findOne();
    }

    static Optional<Person> findByEmail(Handle handle, String email) {
        return handle.createQuery(SELECT + " WHERE email = :email")
                .bind("email", email)
                .map(PERSON)
                .findOne();
    }

    static Optional<String> findPasswordHash(Handle handle, String id) {
        return handle.createQuery("SELECT password_hash FROM person WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne();
    }

    static void insert(Handle handle, String id, PersonDetails details, Instant now) {
        handle.createUpdate(
                        """
                        INSERT INTO person (id, name, email, learner_number, disabled, created_at)
                        VALUES (:id, :name, :email, :learnerNumber, :disabled, :now)
                        """)
                .bindMethods(details)
                .bind("id", id)
                .bind("now", now)
                .execute();
        insertRoles(handle, id, details.roles());
        setRights(handle, id, details.rights());
    }

    static void update(Handle handle, String id, PersonDetails details) {
        handle.createUpdate(
                        """
                        UPDATE person SET name = :name, email = :email,
                               learner_number = :learnerNumber, disabled = :disabled
                        WHERE id = :id
                        """)
                .bindMethods(details)
                .bind("id", id)
                .execute();
        handle.createUpdate("DELETE FROM person_role WHERE person_id = :id")
                .bind("id", id)
                .execute();
        insertRoles(handle, id, details.roles());
        setRights(handle, id, details.rights());
    }

    static void setPasswordHash(Handle handle, String id, String hash) {
        handle.createUpdate("UPDATE person SET password_hash = :hash WHERE id = :id")
                .bind("hash", hash)
                .bind("id", id)
                .execute();
    }

    private static void setRights(Handle handle, String id, @Nullable List<Right> rights) {
        if (rights == null) {
            return;
        }
        handle.execute("DELETE FROM person_right WHERE person_id = ?", id);
        for (Right right : rights) {
            handle.execute(
                    "INSERT INTO person_right (person_id, name) VALUES (?, ?)",
                    id,
                    right.toString());
        }
    }

    private static void insertRoles(Handle handle, String id, List<Role> roles) {
        for (Role role : roles) {
            handle.createUpdate("INSERT INTO person_role (person_id, role) VALUES (:id, :role)")
                    .bind("id", id)
                    .bind("role", role.toString())
                    .execute();
        }
    }
}
