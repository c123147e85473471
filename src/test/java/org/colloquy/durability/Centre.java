package org.colloquy.durability;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.colloquy.Rows;
import org.colloquy.database.Database;
import org.colloquy.people.Role;
import org.colloquy.people.SignIns;
import org.colloquy.web.TestServer;

/**
 * What a data folder needs before anything can be recorded.
 *
 * @param token of the assessor, who is signed in
 */
record Centre(String token, String sessionId) {
    static Centre prepare(Path data) {
        try (TestServer server = TestServer.withPeople(data, Clock.systemUTC())) {
            Database database = Database.open(data);
            Rows rows = new Rows(database);
            String assessor = server.person(Role.ASSESSOR).id();
            String unit = rows.unit("Unit 23", List.of("1.1"));
            String learner = server.person(Role.LEARNER).id();
            String session = rows.session(rows.enrolment(learner, unit, assessor, null), assessor);
            String token =
                    new SignIns(database, Clock.systemUTC()).open(server.person(Role.ASSESSOR));
            return new Centre(token, session);
        }
    }
}
