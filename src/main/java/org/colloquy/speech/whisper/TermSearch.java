package org.colloquy.speech.whisper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.speech.whisper.Draft.Change;
import org.colloquy.speech.whisper.Guide.Begin;
import org.colloquy.speech.whisper.Probe.Follow;
import org.colloquy.speech.whisper.Probe.Place;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the term that was said where one word of a text begins. Three things must agree: what
 * is written resembles the term in sound; the model, asked for the term's ids one by one, takes
 * each for possible and goes on after it with the text that is there; and the term, with its bonus,
 * is likelier than what it replaces. All figures are of the tuning half of
 * src/bench/vocabulary/sentences.tsv (decision 17).
 */
final class TermSearch {
    /** What is written resembles a term no less than this. */
    private static final double LEAST_ALIKE = 0.45;

    /** What the bonus grows by where the two sound quite the same. */
    private static final double BONUS_FOR_SOUND = 6;

    /**
     * What it grows by for each id that continues a word of what is written: a word in many pieces
     * is likely none, so that it has less of a claim than a word that people use.
     */
    private static final double BONUS_FOR_A_PIECE = 1.5;

    private static final double MOST_BONUS_FOR_PIECES = 4;

    /** How unlikely the ids of a term may be on average, as a logarithm: less where alike. */
    private static final double LEAST_MEAN = -0.5;

    private static final double LEAST_MEAN_FOR_SOUND = -3.2;

    /** What each id to come costs a term at least: where it cannot win any more it is given up. */
    private static final double COST_OF_AN_ID = 0.6;

    /** Ids between a term and the text that goes on: a comma, an 's. */
    private static final int MOST_LINKS = 2;

    /** A term stands for so many ids more than its own at most. */
    private static final int MOST_MORE = 6;

    private final Draft draft;
    private final int from;
    private final Terms terms;
    private final Vocabulary vocabulary;
    private final Probe probe;
    private final Map<List<Integer>, Follow> asked = new HashMap<>();
    private final Map<Integer, String> keys = new HashMap<>();
    private @Nullable Place before;
    private @Nullable Change best;

    /**
     * @param from where a word of the draft begins
     */
    TermSearch(Draft draft, int from, Terms terms, Vocabulary vocabulary, Probe probe) {
        this.draft = draft;
        this.from = from;
        this.terms = terms;
        this.vocabulary = vocabulary;
        this.probe = probe;
    }

    /**
     * @param begins of this place
     * @return null: none of the terms was said here
     */
    @Nullable Change best(List<Begin> begins) {
        for (Begin begin : begins) {
            for (Term term : terms.begunWith(begin.id())) {
                if (!term.capital() || beginsSentence()) {
                    look(term, begin.logProbability());
                }
            }
        }
        return best;
    }

    private boolean beginsSentence() {
        return from == 0 || vocabulary.text(draft.ids(), from - 1, from).matches(".*[.?!]");
    }

    /** What is written and sounds most like a term. */
    private record Likeness(int to, double alike) {}

    private void look(Term term, double beginning) {
        Likeness likeness = likeness(term);
        if (likeness.alike < LEAST_ALIKE) {
            return;
        }
        double bonus =
                term.bonus()
                        + BONUS_FOR_SOUND * (likeness.alike - LEAST_ALIKE)
                        + Math.min(MOST_BONUS_FOR_PIECES, BONUS_FOR_A_PIECE * pieces(likeness.to));
        double least = draft.logProbability(from, likeness.to) - bonus;
        Path path = new Path(new int[0], new float[0], 0).with(term.ids()[0], beginning);
        if (path.sum - COST_OF_AN_ID * (term.ids().length - 1) < least) {
            return;
        }
        Follow follow = ask(path.ids);
        for (int i = 1; i < term.ids().length; i++) {
            int id = term.ids()[i];
            path = path.with(id, follow.scores().logProbability(id));
            if (path.sum - COST_OF_AN_ID * (term.ids().length - 1 - i) < least) {
                return;
            }
            follow = ask(path.ids);
        }
        if (!vocabulary.continuesWord(follow.scores().best())) {
            join(path, follow, bonus, least, likeness.alike);
        }
    }

    /** Writes on after a term until the text that is there goes on, and compares. */
    private void join(Path term, Follow after, double bonus, double least, double alike) {
        Path path = term;
        Follow follow = after;
        for (int links = 0; links <= MOST_LINKS; links++) {
            int id = follow.scores().best();
            double sum = path.sum + follow.scores().logProbability(id);
            int to = next(id, term.ids.length + MOST_MORE);
            if (to == from) {
                return; // the term would be put in where nothing was said
            }
            if (to > from) {
                double gain = sum + bonus - draft.logProbability(from, to + 1);
                double mean = sum / (path.ids.length + 1);
                if (gain > 0
                        && mean > LEAST_MEAN + LEAST_MEAN_FOR_SOUND * alike
                        && (best == null || gain > best.gain())) {
                    best = new Change(from, to, path.ids, path.logProbabilities, gain);
                }
                return;
            }
            path = path.with(id, sum - path.sum);
            if (id == Vocabulary.END || path.sum < least - 1) {
                return;
            }
            follow = ask(path.ids);
        }
    }

    /** Where in what is written this id stands next, at the end of a word; -1: not near. */
    private int next(int id, int most) {
        for (int place = from; place <= Math.min(draft.ids().length, from + most); place++) {
            if (draft.at(place) == id && (place == from || !vocabulary.continuesWord(id))) {
                return place;
            }
        }
        return -1;
    }

    private Likeness likeness(Term term) {
        Likeness most = new Likeness(from + 1, 0);
        int last = Math.min(draft.ids().length, from + term.ids().length + MOST_MORE);
        for (int to = from + 1; to <= last; to++) {
            if (!vocabulary.continuesWord(draft.at(to))) {
                double alike = Resemblance.of(term.key(), key(to));
                if (alike > most.alike) {
                    most = new Likeness(to, alike);
                }
            }
        }
        return most;
    }

    private String key(int to) {
        return keys.computeIfAbsent(
                to, end -> Resemblance.key(vocabulary.text(draft.ids(), from, end)));
    }

    private int pieces(int to) {
        int pieces = 0;
        for (int i = from + 1; i < to; i++) {
            if (vocabulary.continuesWord(draft.ids()[i])) {
                pieces++;
            }
        }
        return pieces;
    }

    /** What follows these ids; several terms may begin with the same. */
    private Follow ask(int[] ids) {
        List<Integer> path = Arrays.stream(ids).boxed().toList();
        Follow known = asked.get(path);
        if (known == null) {
            known = place(path.subList(0, path.size() - 1)).write(path.getLast());
            known.scores().suppress(vocabulary.suppressed(false));
            asked.put(new ArrayList<>(path), known);
        }
        return known;
    }

    private Place place(List<Integer> path) {
        Follow known = asked.get(path);
        if (known != null) {
            return known.place();
        }
        if (before == null) {
            before = probe.before(from);
        }
        return before;
    }

    /** Ids written in place of others. */
    private record Path(int[] ids, float[] logProbabilities, double sum) {
        Path with(int id, double logProbability) {
            int[] more = Arrays.copyOf(ids, ids.length + 1);
            more[ids.length] = id;
            float[] logs = Arrays.copyOf(logProbabilities, more.length);
            logs[ids.length] = (float) logProbability;
            return new Path(more, logs, sum + logProbability);
        }
    }
}
