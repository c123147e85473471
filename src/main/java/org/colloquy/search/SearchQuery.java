package org.colloquy.search;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a person looks for.
 *
 * @param text words, "phrases", prefixes with a star; empty finds everything that fits the choices
 * @param chosen for some facets the one value that hits must have
 * @param page from 1
 */
public record SearchQuery(
        String text,
        Map<FacetName, String> chosen,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int page) {
    /** Hits on one page. */
    public static final int PAGE_SIZE = 20;

    /** The last page that can be asked for. */
    public static final int LAST_PAGE = 500;

    private static final int LONGEST_TEXT = 1_000;

    public SearchQuery {
        if (text.length() > LONGEST_TEXT) {
            throw new Problem.TooLarge(
                    "Search for at most {longestText} characters at once.",
                    Map.of("longestText", LONGEST_TEXT));
        }
        if (page < 1 || page > LAST_PAGE) {
            throw new Problem.BadInput(
                    "The page must be from 1 to {lastPage}.", Map.of("lastPage", LAST_PAGE));
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new Problem.BadInput("The last date is before the first.");
        }
        chosen = chosen.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(chosen));
    }

    /** The first page of hits for these words. */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, Map.of(), null, null, 1);
    }

    /** The same, another page. */
    public SearchQuery withPage(int other) {
        return new SearchQuery(text, chosen, from, to, other);
    }
}
