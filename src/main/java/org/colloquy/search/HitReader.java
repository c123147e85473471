package org.colloquy.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.colloquy.assessment.Method;
import org.jspecify.annotations.Nullable;

/** Makes the hits of one page from documents of the index, with the names of today. */
final class HitReader {
    private static final double MILLIS_PER_SECOND = 1000.0;

    private final LabelStore labels;

    HitReader(LabelStore labels) {
        this.labels = labels;
    }

    List<Hit> read(IndexSearcher searcher, List<ScoreDoc> found, LitWords lit) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<Document> documents = new ArrayList<>();
        for (ScoreDoc one : found) {
            documents.add(stored.document(one.doc));
        }
        Map<String, String> people =
                labels.people(values(documents, Fields.LEARNER, Fields.ASSESSOR));
        Map<String, String> units = labels.units(values(documents, Fields.UNIT));
        Map<String, String> methods = labels.methods(values(documents, Fields.SESSION));
        List<Hit> hits = new ArrayList<>();
        for (Document document : documents) {
            String method = name(methods, document.get(Fields.SESSION));
            hits.add(
                    hit(
                            document,
                            lit,
                            people,
                            units,
                            method == null ? null : Method.parse(method)));
        }
        return hits;
    }

    private static List<String> values(List<Document> documents, String... fields) {
        return documents.stream()
                .flatMap(document -> Stream.of(fields).map(document::get))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Hit hit(
            Document document,
            LitWords lit,
            Map<String, String> people,
            Map<String, String> units,
            @Nullable Method method)
            throws IOException {
        String text = document.get(Fields.TEXT);
        List<Snippet.Span> spans = lit.in(text);
        Snippet snippet = Snippet.around(text, spans);
        Moment moment = Moment.of(document, spans.isEmpty() ? 0 : spans.getFirst().start());
        return new Hit(
                document.get(Fields.KIND),
                document.get(Fields.ID),
                document.get(Fields.SESSION),
                document.get(Fields.RECORDING),
                document.get(Fields.ENROLMENT),
                document.get(Fields.UNIT),
                moment.start(),
                moment.end(),
                moment.word(),
                document.get(Fields.TITLE),
                snippet.text(),
                snippet.highlights().stream()
                        .map(span -> List.of(span.start(), span.end()))
                        .toList(),
                name(people, document.get(Fields.LEARNER)),
                name(people, document.get(Fields.ASSESSOR)),
                name(units, document.get(Fields.UNIT)),
                document.get(Fields.CRITERION_NUMBER),
                document.get(Fields.DATE),
                document.get(Fields.SPEAKER),
                method);
    }

    private static @Nullable String name(Map<String, String> names, @Nullable String id) {
        return id == null ? null : names.get(id);
    }

    /** Where in its recording a hit is heard; all null without sound. */
    private record Moment(@Nullable Double start, @Nullable Double end, @Nullable Integer word) {
        static Moment of(Document document, int offset) {
            BytesRef bytes = document.getBinaryValue(Fields.WORDS);
            TimedWords words = bytes == null ? null : TimedWords.read(bytes);
            Number start = number(document, Fields.START);
            Number end = number(document, Fields.END);
            Number firstWord = number(document, Fields.FIRST_WORD);
            if (words != null && words.reaches(offset)) {
                TimedWords.Place place = words.at(offset);
                return new Moment(
                        seconds(place.startMillis()),
                        seconds(end == null ? words.endMillis() : end),
                        place.id());
            }
            return start == null || end == null || firstWord == null
                    ? new Moment(null, null, null)
                    : new Moment(seconds(start), seconds(end), firstWord.intValue());
        }

        private static @Nullable Number number(Document document, String field) {
            var stored = document.getField(field);
            return stored == null ? null : stored.numericValue();
        }

        private static double seconds(Number millis) {
            return millis.longValue() / MILLIS_PER_SECOND;
        }
    }
}
