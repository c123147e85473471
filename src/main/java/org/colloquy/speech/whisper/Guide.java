package org.colloquy.speech.whisper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.colloquy.speech.whisper.Draft.Change;
import org.jspecify.annotations.Nullable;

/**
 * Writes the terms of a session where something that sounds like them was written and the model
 * itself takes them for likely enough (decision 17). For one recording.
 */
final class Guide {
    static final Guide NONE = new Guide(Terms.NONE);

    /** A term whose first id is less likely than this, as a logarithm, is not looked at. */
    private static final double LEAST_BEGIN = -10;

    /**
     * The model is asked no more often than this for a window, give or take a term: speech with a
     * term in every sentence costs a quarter more with it.
     */
    private static final int MOST_QUESTIONS = 40;

    private final Terms terms;

    Guide(Terms terms) {
        this.terms = terms;
    }

    /**
     * @param tokenizer file to write the terms in ids with
     */
    static Guide read(List<String> terms, Path tokenizer) {
        if (terms.isEmpty()) {
            return NONE;
        }
        try {
            return new Guide(new Terms(terms, Tokenizer.read(tokenizer)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A term may begin here.
     *
     * @param place the id of the text that stands here, 0 for the first
     * @param id the first of the term
     */
    record Begin(int place, int id, double logProbability) {}

    /** Remembers which terms may begin where the next id of a text is to be chosen. */
    void notice(Scores scores, int place, List<Begin> begins) {
        for (int id : terms.firstIds()) {
            double logProbability = scores.logProbability(id);
            if (logProbability > LEAST_BEGIN) {
                begins.add(new Begin(place, id, logProbability));
            }
        }
    }

    /**
     * @param begins in order of their places
     * @return the text with the terms that were said; null: as it was
     */
    @Nullable Draft improved(Draft draft, List<Begin> begins, Vocabulary vocabulary, Probe probe) {
        List<TermSearch> searches = new ArrayList<>();
        int free = 0;
        for (int first = 0, next; first < begins.size(); first = next) {
            int place = begins.get(first).place();
            next = first;
            while (next < begins.size() && begins.get(next).place() == place) {
                next++;
            }
            if (place < free
                    || place >= draft.ids().length
                    || place > 0 && !vocabulary.beginsWord(draft.ids()[place])) {
                continue;
            }
            int there = writtenAlready(draft, place, vocabulary);
            if (there > 0) {
                free = place + there;
            } else {
                TermSearch search =
                        new TermSearch(
                                draft, place, begins.subList(first, next), terms, vocabulary);
                if (!search.isHopeless()) {
                    searches.add(search);
                }
            }
        }
        List<Change> kept = withoutOverlaps(found(searches, probe));
        return kept.isEmpty() ? null : draft.with(kept);
    }

    /** Asks the model, the most promising first, until it was asked often enough. */
    private static List<Change> found(List<TermSearch> searches, Probe probe) {
        CountedProbe counted = new CountedProbe(probe, MOST_QUESTIONS);
        List<Change> found = new ArrayList<>();
        searches.sort(Comparator.comparingDouble(TermSearch::promise).reversed());
        for (TermSearch search : searches) {
            Change best = search.best(counted);
            if (best != null) {
                found.add(best);
            }
        }
        return found;
    }

    /** How many ids of a term are there already; 0: none. */
    private int writtenAlready(Draft draft, int place, Vocabulary vocabulary) {
        int longest = 0;
        for (Term term : terms.begunWith(draft.ids()[place])) {
            int length = term.ids().length;
            if (length > longest
                    && place + length <= draft.ids().length
                    && Arrays.equals(
                            term.ids(), Arrays.copyOfRange(draft.ids(), place, place + length))
                    && !vocabulary.continuesWord(draft.at(place + length))) {
                longest = length;
            }
        }
        return longest;
    }

    /** Those that gain most. */
    private static List<Change> withoutOverlaps(List<Change> changes) {
        List<Change> kept = new ArrayList<>();
        for (Change change :
                changes.stream()
                        .sorted(Comparator.comparingDouble(Change::gain).reversed())
                        .toList()) {
            if (kept.stream().noneMatch(change::overlaps)) {
                kept.add(change);
            }
        }
        return kept;
    }
}
