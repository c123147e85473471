package org.colloquy.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.HandlerType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.search.FacetName;
import org.colloquy.search.Hit;
import org.colloquy.search.SearchQuery;
import org.colloquy.search.SearchResult;
import org.colloquy.search.Searches;
import org.colloquy.transcript.Speaker;
import org.jspecify.annotations.Nullable;

/** Finding what was said, tagged, noted and planned, as far as one may see it. */
public final class SearchRoutes {
    /**
     * @param unnamed the number of who speaks, where nobody has named them
     */
    record HitBody(@JsonUnwrapped Hit hit, @Nullable Integer unnamed) {}

    record ResultBody(
            String query,
            int total,
            int page,
            int pages,
            List<HitBody> hits,
            Map<FacetName, List<SearchResult.FacetValue>> facets,
            @Nullable String suggestion,
            long tookMillis) {
        static ResultBody of(SearchResult found) {
            return new ResultBody(
                    found.query(),
                    found.total(),
                    found.page(),
                    found.pages(),
                    found.hits().stream()
                            .map(hit -> new HitBody(hit, Speaker.unnamedNumber(hit.speaker())))
                            .toList(),
                    found.facets(),
                    found.suggestion(),
                    found.tookMillis());
        }
    }

    private final Searches searches;

    public SearchRoutes(Searches searches) {
        this.searches = searches;
    }

    public void addTo(Routes routes) {
        routes.on(HandlerType.GET, "/api/search", Routes.SIGNED_IN, this::search);
    }

    private void search(Call call) {
        Map<FacetName, String> chosen = new EnumMap<>(FacetName.class);
        for (FacetName name : FacetName.values()) {
            call.query(name.toString()).ifPresent(value -> chosen.put(name, value));
        }
        call.json(
                ResultBody.of(
                        searches.search(
                                call.viewer(),
                                new SearchQuery(
                                        call.query("q").orElse(""),
                                        chosen,
                                        date(call, "from"),
                                        date(call, "to"),
                                        page(call)))));
    }

    private static @Nullable LocalDate date(Call call, String name) {
        String text = call.query(name).orElse(null);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw new Problem.BadInput(
                    "“{what}” is no date; write it as 2026-11-23.",
                    Map.of("what", text),
                    unreadable);
        }
    }

    private static int page(Call call) {
        String text = call.query("page").orElse("1");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw new Problem.BadInput(
                    "“{what}” is no number of a page.", Map.of("what", text), noNumber);
        }
    }
}
