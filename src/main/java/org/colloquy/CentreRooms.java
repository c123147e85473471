package org.colloquy;

import java.time.Clock;
import java.util.function.BiConsumer;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Consents;
import org.colloquy.assessment.Enrolments;
import org.colloquy.assessment.IdentityChecks;
import org.colloquy.assessment.Notices;
import org.colloquy.assessment.Scope;
import org.colloquy.assessment.Sessions;
import org.colloquy.criteria.Units;
import org.colloquy.database.Database;
import org.colloquy.glossary.Glossaries;
import org.colloquy.glossary.Vocabularies;
import org.colloquy.people.People;
import org.colloquy.people.PersonKeys;
import org.colloquy.people.SignIns;
import org.colloquy.search.Indexer;

/** The rooms of a centre: its people, its units, who learns what, and what was agreed to. */
final class CentreRooms {
    final People people;
    final PersonKeys personKeys;
    final SignIns signIns;
    final Units units;
    final Access access;
    final Enrolments enrolments;
    final Sessions sessions;
    final Notices notices;
    final Consents consents;
    final IdentityChecks identityChecks;
    final Glossaries glossaries;
    final Vocabularies vocabularies;

    /**
     * @param withdrawn told of a session and what is not agreed to any more
     */
    CentreRooms(
            Database database, Clock clock, Indexer indexer, BiConsumer<String, Scope> withdrawn) {
        people = new People(database, clock);
        personKeys = new PersonKeys(database);
        signIns = new SignIns(database, clock);
        units = new Units(database, clock, indexer::unitChanged);
        access = new Access(database);
        enrolments = new Enrolments(database, people, access, clock);
        sessions = new Sessions(database, access, clock, indexer::sessionChanged);
        notices = new Notices(database, clock);
        consents = new Consents(database, clock, withdrawn::accept);
        identityChecks = new IdentityChecks(database, clock);
        glossaries = new Glossaries(database, clock);
        vocabularies = new Vocabularies(sessions, enrolments, units, glossaries);
    }
}
