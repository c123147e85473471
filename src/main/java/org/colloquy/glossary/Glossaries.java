package org.colloquy.glossary;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colloquy.common.Problem;
import org.colloquy.database.Database;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The one glossary of the centre: read, and replaced as a whole. */
public final class Glossaries {
    static final int MOST_TERMS = 500;

    /** Of a term, in characters. */
    static final int LONGEST_TERM = 60;

    private final Jdbi jdbi;
    private final Clock clock;

    public Glossaries(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    public Glossary get() {
        return jdbi.withHandle(GlossaryStore::read);
    }

    /**
     * Puts these terms in place of those there are. Blank ones are left out, spaces made single; of
     * two that differ in case only the first stays.
     *
     * @param seen when the glossary that the person saw was changed last; null: nothing was looked
     *     at, and whatever is there is replaced
     * @throws Problem.Conflict where it was changed since
     * @throws Problem.BadInput where there are more than {@value #MOST_TERMS}, or one is longer
     *     than {@value #LONGEST_TERM} characters or has no letter or digit
     */
    public Glossary replace(String personId, List<String> terms, @Nullable Instant seen) {
        List<String> clean = clean(terms);
        return jdbi.inTransaction(
                handle -> {
                    Instant changed = GlossaryStore.read(handle).changedAt();
                    if (seen != null && !seen.equals(changed)) {
                        throw new Problem.Conflict(
                                "The glossary was changed meanwhile by somebody else.");
                    }
                    Instant now = Database.now(clock);
                    // No two changes at one time: the time says which glossary somebody saw.
                    Instant at =
                            changed == null || now.isAfter(changed) ? now : changed.plusMillis(1);
                    GlossaryStore.replace(handle, clean, personId, at);
                    return GlossaryStore.read(handle);
                });
    }

    private static List<String> clean(List<String> terms) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String term : terms) {
            String single = term.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
            if (!single.isEmpty()) {
                check(single);
                kept.putIfAbsent(single.toLowerCase(Locale.ROOT), single);
            }
        }
        if (kept.size() > MOST_TERMS) {
            throw new Problem.BadInput(
                    "A glossary can have at most {mostTerms} terms; this one has "
                            + "{kept}. Leave out everyday words: they are known anyway.",
                    Map.of("mostTerms", MOST_TERMS, "kept", kept.size()));
        }
        return List.copyOf(kept.values());
    }

    private static void check(String term) {
        if (term.length() > LONGEST_TERM) {
            throw new Problem.BadInput(
                    "“{term}…” is too long for a term: at most {longestTerm} "
                            + "characters, one term a line.",
                    Map.of("term", term.substring(0, LONGEST_TERM), "longestTerm", LONGEST_TERM));
        }
        if (term.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new Problem.BadInput(
                    "“{term}” is no term: it has no letter and no digit.", Map.of("term", term));
        }
    }
}
