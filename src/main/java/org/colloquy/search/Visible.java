package org.colloquy.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.colloquy.assessment.Access;
import org.colloquy.database.Database;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.jdbi.v3.core.Jdbi;

/**
 * What a viewer may find, as a query that every search is narrowed by: what belongs to enrolments
 * that they may see; units too, for a learner only those of their own enrolments. Of a session
 * whose content is withheld from them they find that there is one, and nothing else.
 */
final class Visible {
    private final Access access;
    private final Jdbi jdbi;

    Visible(Database database, Access access) {
        this.access = access;
        this.jdbi = database.jdbi();
    }

    Query to(Viewer viewer) {
        Set<String> withheld = access.withheldSessions(viewer);
        if (withheld.isEmpty()) {
            return ofEnrolments(viewer);
        }
        Query content =
                new BooleanQuery.Builder()
                        .add(
                                oneOf(
                                        Fields.OWNER,
                                        withheld.stream()
                                                .map(session -> Owner.session(session).key())
                                                .toList()),
                                Occur.FILTER)
                        .add(
                                new TermQuery(new Term(Fields.KIND, Kind.SESSION.toString())),
                                Occur.MUST_NOT)
                        .build();
        return new BooleanQuery.Builder()
                .add(ofEnrolments(viewer), Occur.FILTER)
                .add(content, Occur.MUST_NOT)
                .build();
    }

    private Query ofEnrolments(Viewer viewer) {
        if (viewer.isOneOf(Role.ADMINISTRATOR, Role.EQA)) {
            return MatchAllDocsQuery.INSTANCE;
        }
        Set<String> enrolments = access.visibleEnrolments(viewer);
        Query units = new TermQuery(new Term(Fields.KIND, Kind.UNIT.toString()));
        if (!viewer.isOneOf(Role.ASSESSOR, Role.IQA)) {
            units =
                    new BooleanQuery.Builder()
                            .add(units, Occur.FILTER)
                            .add(oneOf(Fields.UNIT, unitsOf(enrolments)), Occur.FILTER)
                            .build();
        }
        return new BooleanQuery.Builder()
                .add(oneOf(Fields.ENROLMENT, enrolments), Occur.SHOULD)
                .add(units, Occur.SHOULD)
                .build();
    }

    private List<String> unitsOf(Set<String> enrolments) {
        if (enrolments.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT DISTINCT unit_id FROM enrolment
                                        WHERE id IN (<enrolments>)
                                        """)
                                .bindList("enrolments", enrolments)
                                .mapTo(String.class)
                                .list());
    }

    private static Query oneOf(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
