package org.colloquy.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of hits, and how all hits divide by each facet.
 *
 * @param suggestion other words that would find something; null where there is no need
 */
public record SearchResult(
        String query,
        int total,
        int page,
        int pages,
        List<Hit> hits,
        Map<FacetName, List<FacetValue>> facets,
        @Nullable String suggestion,
        long tookMillis) {
    /** One value of a facet and how many hits have it. */
    public record FacetValue(String value, String label, int count) {}

    public SearchResult {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }
}
