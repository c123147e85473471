package org.colloquy.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the index is made of, as the database has it: one session or one unit, with all of it. */
sealed interface Source {
    /** Whose documents are replaced together. */
    Owner owner();

    /** Changes whenever anything changes that the documents show. */
    String stamp();

    /**
     * @param title "Professional discussion, 23 Nov 2026"
     * @param date "2026-11-23"
     * @param about everything else by which somebody may look for the session, in lines
     */
    record SessionSource(
            String id,
            String stamp,
            String enrolment,
            String learner,
            String assessor,
            String unit,
            String method,
            String date,
            String title,
            String about,
            String notes,
            List<TurnSource> turns,
            List<TagSource> tags)
            implements Source {
        public SessionSource {
            turns = List.copyOf(turns);
            tags = List.copyOf(tags);
        }

        @Override
        public Owner owner() {
            return Owner.session(id);
        }
    }

    /**
     * @param criteria ids of those that a passage in this turn is tagged to
     */
    record TurnSource(
            String transcript,
            String recording,
            int turn,
            @Nullable String speaker,
            List<TimedWords.Word> words,
            Set<String> criteria) {
        public TurnSource {
            words = List.copyOf(words);
            criteria = Set.copyOf(criteria);
        }
    }

    /**
     * @param words those of the passage; empty where they are no longer those of the quote
     */
    record TagSource(
            String id,
            String recording,
            String criterion,
            String criterionNumber,
            String criterionText,
            String quote,
            String reason,
            int firstWord,
            long startMillis,
            long endMillis,
            List<TimedWords.Word> words) {
        public TagSource {
            words = List.copyOf(words);
        }
    }

    record UnitSource(
            String id, String stamp, String title, String about, List<CriterionSource> criteria)
            implements Source {
        public UnitSource {
            criteria = List.copyOf(criteria);
        }

        @Override
        public Owner owner() {
            return Owner.unit(id);
        }
    }

    record CriterionSource(String id, String number, String text) {}
}
