package org.colloquy.evidence;

import java.util.List;
import java.util.Map;
import org.colloquy.assessment.EnrolmentSummary.UnitName;
import org.colloquy.assessment.Method;
import org.colloquy.common.Text;
import org.colloquy.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * One page of passages, by criterion, learner, date and place.
 *
 * @param total on all pages
 * @param pages at least 1
 * @param millis of all passages together
 * @param facets for each, what there is to choose: counted over what the other choices leave
 */
public record PassageList(
        int total,
        int page,
        int pages,
        long millis,
        List<Row> passages,
        Map<PassageFacet, List<Value>> facets) {
    public PassageList {
        passages = List.copyOf(passages);
        facets = Map.copyOf(facets);
    }

    /**
     * One thing to choose, and how many passages there are of it.
     *
     * @param said the label where it can be said in other languages, else null
     */
    public record Value(String value, String label, int count, @Nullable Text said) {}

    /**
     * A passage with all that says whose it is.
     *
     * @param speakers who speaks in it, in the order of the transcript
     */
    public record Row(
            TagView tag,
            String sessionTitle,
            String sessionDate,
            PersonName learner,
            PersonName assessor,
            UnitName unit,
            String enrolmentId,
            Method method,
            List<String> speakers,
            String recordingName) {
        public Row {
            speakers = List.copyOf(speakers);
        }
    }
}
