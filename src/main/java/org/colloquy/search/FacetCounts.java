package org.colloquy.search;

import java.io.IOException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.LabelAndValue;
import org.colloquy.assessment.Method;
import org.colloquy.common.WireName;
import org.colloquy.search.SearchResult.FacetValue;
import org.jspecify.annotations.Nullable;

/** Names the values of facets, which the index has as ids. */
final class FacetCounts {
    private static final int MOST_VALUES = 100;
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);

    private final LabelStore labels;

    FacetCounts(LabelStore labels) {
        this.labels = labels;
    }

    /**
     * Every facet, its values with the most hits first.
     *
     * @param counted null where nothing is in the index
     */
    Map<FacetName, List<FacetValue>> of(@Nullable Facets counted) throws IOException {
        Map<FacetName, List<FacetValue>> all = new EnumMap<>(FacetName.class);
        for (FacetName name : FacetName.values()) {
            FacetResult result =
                    counted == null ? null : counted.getTopChildren(MOST_VALUES, name.toString());
            all.put(name, result == null ? List.of() : named(name, result.labelValues));
        }
        return all;
    }

    private List<FacetValue> named(FacetName name, LabelAndValue[] counts) {
        List<String> ids = Arrays.stream(counts).map(count -> count.label).toList();
        Map<String, String> known =
                switch (name) {
                    case LEARNER, ASSESSOR -> labels.people(ids);
                    case UNIT -> labels.units(ids);
                    case CRITERION -> labels.criteria(ids);
                    case KIND, METHOD, DATE -> Map.of();
                };
        List<FacetValue> values = new ArrayList<>();
        for (LabelAndValue count : counts) {
            String label =
                    switch (name) {
                        case KIND -> WireName.stored(Kind.class, count.label).title();
                        case METHOD -> Method.parse(count.label).title();
                        case DATE -> MONTH.format(YearMonth.parse(count.label));
                        case LEARNER, ASSESSOR, UNIT, CRITERION ->
                                known.getOrDefault(count.label, count.label);
                    };
            values.add(new FacetValue(count.label, label, count.value.intValue()));
        }
        return values;
    }
}
