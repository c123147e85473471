package org.colloquy.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.util.BytesRef;

/** Turns what the database has into documents of the index. */
final class Documents {
    /** How the facets are kept: a turn may be tagged to several criteria. */
    static final FacetsConfig FACETS = facets();

    private Documents() {}

    private static FacetsConfig facets() {
        FacetsConfig config = new FacetsConfig();
        config.setMultiValued(FacetName.CRITERION.toString(), true);
        return config;
    }

    static List<Document> of(Source source) throws IOException {
        List<Document> documents =
                switch (source) {
                    case Source.SessionSource session -> session(session);
                    case Source.UnitSource unit -> unit(unit);
                };
        documents
                .getFirst()
                .add(
                        new BinaryDocValuesField(
                                Fields.STAMP,
                                new BytesRef(source.owner().key() + "\n" + source.stamp())));
        List<Document> built = new ArrayList<>();
        for (Document document : documents) {
            document.add(new StringField(Fields.OWNER, source.owner().key(), Store.NO));
            built.add(FACETS.build(document));
        }
        return built;
    }

    private static List<Document> session(Source.SessionSource session) {
        List<Document> documents = new ArrayList<>();
        documents.add(
                ofSession(
                        session,
                        Kind.SESSION,
                        session.id(),
                        session.title() + " · " + session.about()));
        if (!session.notes().isBlank()) {
            documents.add(ofSession(session, Kind.NOTE, session.id(), session.notes().strip()));
        }
        for (Source.TagSource tag : session.tags()) {
            documents.add(tag(session, tag));
        }
        for (Source.TurnSource turn : session.turns()) {
            documents.add(turn(session, turn));
        }
        return documents;
    }

    private static Document tag(Source.SessionSource session, Source.TagSource tag) {
        List<String> parts = new ArrayList<>();
        parts.add(tag.quote());
        if (!tag.reason().isBlank()) {
            parts.add(tag.reason().strip());
        }
        parts.add(tag.criterionNumber() + " " + tag.criterionText());
        Document document = ofSession(session, Kind.TAG, tag.id(), String.join(" — ", parts));
        document.add(new StoredField(Fields.RECORDING, tag.recording()));
        document.add(new StoredField(Fields.CRITERION_NUMBER, tag.criterionNumber()));
        document.add(new StoredField(Fields.FIRST_WORD, tag.firstWord()));
        document.add(new StoredField(Fields.START, tag.startMillis()));
        document.add(new StoredField(Fields.END, tag.endMillis()));
        if (!tag.words().isEmpty()) {
            document.add(new StoredField(Fields.WORDS, TimedWords.of(tag.words()).bytes()));
        }
        facet(document, FacetName.CRITERION, tag.criterion());
        return document;
    }

    private static Document turn(Source.SessionSource session, Source.TurnSource turn) {
        Document document =
                ofSession(
                        session,
                        Kind.TRANSCRIPT,
                        turn.transcript() + ":" + turn.turn(),
                        TimedWords.text(turn.words()));
        document.add(new StoredField(Fields.RECORDING, turn.recording()));
        if (turn.speaker() != null) {
            document.add(new StoredField(Fields.SPEAKER, turn.speaker()));
        }
        document.add(new StoredField(Fields.WORDS, TimedWords.of(turn.words()).bytes()));
        for (String criterion : turn.criteria()) {
            facet(document, FacetName.CRITERION, criterion);
        }
        return document;
    }

    private static Document ofSession(
            Source.SessionSource session, Kind kind, String id, String text) {
        Document document = document(kind, id, text, session.title(), session.unit());
        document.add(new StoredField(Fields.SESSION, session.id()));
        document.add(new StringField(Fields.ENROLMENT, session.enrolment(), Store.YES));
        document.add(new StoredField(Fields.LEARNER, session.learner()));
        document.add(new StoredField(Fields.ASSESSOR, session.assessor()));
        document.add(new StoredField(Fields.DATE, session.date()));
        document.add(
                new LongField(Fields.DAY, LocalDate.parse(session.date()).toEpochDay(), Store.NO));
        facet(document, FacetName.LEARNER, session.learner());
        facet(document, FacetName.ASSESSOR, session.assessor());
        facet(document, FacetName.METHOD, session.method());
        facet(document, FacetName.DATE, session.date().substring(0, "2026-11".length()));
        return document;
    }

    private static List<Document> unit(Source.UnitSource unit) {
        List<Document> documents = new ArrayList<>();
        String text = unit.about().isBlank() ? unit.title() : unit.title() + " · " + unit.about();
        documents.add(document(Kind.UNIT, unit.id(), text, unit.title(), unit.id()));
        for (Source.CriterionSource criterion : unit.criteria()) {
            Document document =
                    document(
                            Kind.UNIT,
                            criterion.id(),
                            criterion.number() + " " + criterion.text(),
                            unit.title(),
                            unit.id());
            document.add(new StoredField(Fields.CRITERION_NUMBER, criterion.number()));
            facet(document, FacetName.CRITERION, criterion.id());
            documents.add(document);
        }
        return documents;
    }

    private static Document document(Kind kind, String id, String text, String title, String unit) {
        Document document = new Document();
        document.add(new TextField(Fields.TEXT, text, Store.YES));
        document.add(new StringField(Fields.KIND, kind.toString(), Store.YES));
        document.add(new StoredField(Fields.ID, id));
        document.add(new StoredField(Fields.TITLE, title));
        document.add(new StringField(Fields.UNIT, unit, Store.YES));
        facet(document, FacetName.KIND, kind.toString());
        facet(document, FacetName.UNIT, unit);
        return document;
    }

    private static void facet(Document document, FacetName name, String value) {
        document.add(new SortedSetDocValuesFacetField(name.toString(), value));
    }
}
