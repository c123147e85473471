package org.colloquy.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.colloquy.assessment.EnrolmentSummary.UnitName;
import org.colloquy.assessment.Method;
import org.colloquy.evidence.Matrix;
import org.colloquy.evidence.PassageList;
import org.colloquy.evidence.Strength;
import org.colloquy.evidence.Tag;
import org.colloquy.people.PersonName;
import org.colloquy.transcript.Speaker;
import org.colloquy.web.EvidenceJson.TagBody;
import org.jspecify.annotations.Nullable;

/** Lists of passages and matrices as the front end reads them: {@code types.ts} has the same. */
final class PassageJson {
    private PassageJson() {}

    record ListBody(
            int total,
            int page,
            int pages,
            double seconds,
            List<RowBody> passages,
            Map<String, List<PassageList.Value>> facets) {
        static ListBody of(PassageList list) {
            Map<String, List<PassageList.Value>> facets = new TreeMap<>();
            list.facets().forEach((facet, values) -> facets.put(facet.toString(), values));
            return new ListBody(
                    list.total(),
                    list.page(),
                    list.pages(),
                    TranscriptJson.seconds(list.millis()),
                    list.passages().stream().map(RowBody::of).toList(),
                    facets);
        }
    }

    /**
     * @param unnamed beside each speaker the number of one that nobody has named
     */
    record RowBody(
            @JsonUnwrapped TagBody tag,
            String sessionTitle,
            String sessionDate,
            PersonName learner,
            PersonName assessor,
            UnitName unit,
            String enrolmentId,
            Method method,
            List<String> speakers,
            List<@Nullable Integer> unnamed,
            String recordingName) {
        static RowBody of(PassageList.Row row) {
            return new RowBody(
                    TagBody.of(row.tag()),
                    row.sessionTitle(),
                    row.sessionDate(),
                    row.learner(),
                    row.assessor(),
                    row.unit(),
                    row.enrolmentId(),
                    row.method(),
                    row.speakers(),
                    row.speakers().stream().map(Speaker::unnamedNumber).toList(),
                    row.recordingName());
        }
    }

    record MatrixBody(
            String enrolmentId,
            List<Matrix.Column> columns,
            List<MatrixRowBody> rows,
            List<Matrix.Missing> missing) {
        static MatrixBody of(Matrix matrix) {
            return new MatrixBody(
                    matrix.enrolmentId(),
                    matrix.columns(),
                    matrix.rows().stream().map(MatrixRowBody::of).toList(),
                    matrix.missing());
        }
    }

    record MatrixRowBody(
            String outcome,
            Tag.Criterion criterion,
            String state,
            boolean unchecked,
            int review,
            List<CellBody> cells) {
        static MatrixRowBody of(Matrix.Row row) {
            return new MatrixRowBody(
                    row.outcome(),
                    row.criterion(),
                    row.state(),
                    row.unchecked(),
                    row.review(),
                    row.cells().stream().map(CellBody::of).toList());
        }
    }

    record CellBody(
            String column,
            Strength strength,
            int passages,
            int unchecked,
            int review,
            @Nullable String tagId,
            @Nullable String recordingId,
            @Nullable Double start,
            @Nullable Double end,
            @Nullable Integer firstWord) {
        static CellBody of(Matrix.Cell cell) {
            Tag tag = cell.strongest();
            return new CellBody(
                    cell.column(),
                    cell.strength(),
                    cell.passages(),
                    cell.unchecked(),
                    cell.review(),
                    tag == null ? null : tag.id(),
                    tag == null ? null : tag.recordingId(),
                    tag == null ? null : TranscriptJson.seconds(tag.startMillis()),
                    tag == null ? null : TranscriptJson.seconds(tag.endMillis()),
                    tag == null ? null : tag.firstWord());
        }
    }
}
