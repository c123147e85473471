package org.colloquy.speech.whisper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colloquy.speech.whisper.Candidates.Candidate;
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
    /**
     * How unlikely the ids of a term may be on average, as a logarithm, where it has nothing in
     * common with what is written: it can never be, ...
     */
    private static final double LEAST_MEAN = 0.7;

    /** ... but the more alike, the less is asked of the model. */
    private static final double LEAST_MEAN_FOR_SOUND = -4;

    /** What each id to come costs a term at least: where it cannot win any more it is given up. */
    private static final double COST_OF_AN_ID = 0.6;

    /** Ids between a term and the text that goes on: a comma, an 's. */
    private static final int MOST_LINKS = 2;

    /** Whole range and term are less alike than the best part of it by no more than this. */
    private static final double SWALLOWED = 0.1;

    /** Two consonants say little: what is short has to win by more than nothing. */
    private static final double SHORT = 3;

    private static final double LEAST_GAIN_OF_SHORT = 2;

    /** Where the engine is so sure of each id, on average, only what sounds the same is changed. */
    private static final double SURE = -0.3;

    private static final double ALIKE_WHERE_SURE = 0.9;

    private final Draft draft;
    private final int from;
    private final Vocabulary vocabulary;
    private final Candidates sounds;
    private final List<Candidate> candidates;
    private final Map<List<Integer>, Follow> asked = new HashMap<>();
    private @Nullable Place before;
    private @Nullable Change best;

    /**
     * @param from where a word of the draft begins
     * @param begins of this place
     */
    TermSearch(Draft draft, int from, List<Begin> begins, Terms terms, Vocabulary vocabulary) {
        this.draft = draft;
        this.from = from;
        this.vocabulary = vocabulary;
        sounds = new Candidates(draft, from, vocabulary);
        candidates = sounds.of(begins, terms);
    }

    /** Nothing written here sounds like a term. */
    boolean isHopeless() {
        return candidates.isEmpty();
    }

    /** Of the most promising term. */
    double promise() {
        return candidates.isEmpty() ? Double.NEGATIVE_INFINITY : candidates.getFirst().promise();
    }

    /**
     * @return null: none of the terms was said here, or the probe is spent
     */
    @Nullable Change best(CountedProbe probe) {
        for (Candidate candidate : candidates) {
            if (!probe.spent()) {
                look(candidate, probe);
            }
        }
        return best;
    }

    private void look(Candidate candidate, Probe probe) {
        int[] ids = candidate.term().ids();
        Path path = new Path(new int[0], new float[0], 0).with(ids[0], candidate.beginning());
        if (path.sum - COST_OF_AN_ID * (ids.length - 1) < candidate.least()) {
            return;
        }
        Follow follow = ask(path.ids, probe);
        for (int i = 1; i < ids.length; i++) {
            path = path.with(ids[i], follow.scores().logProbability(ids[i]));
            if (path.sum - COST_OF_AN_ID * (ids.length - 1 - i) < candidate.least()) {
                return;
            }
            follow = ask(path.ids, probe);
        }
        if (!vocabulary.continuesWord(follow.scores().best())) {
            join(path, follow, candidate, probe);
        }
    }

    /** Writes on after a term until the text that is there goes on, and compares. */
    private void join(Path term, Follow after, Candidate candidate, Probe probe) {
        Path path = term;
        Follow follow = after;
        for (int links = 0; links <= MOST_LINKS; links++) {
            int id = follow.scores().best();
            double sum = path.sum + follow.scores().logProbability(id);
            int to = next(id, term.ids.length + Candidates.MOST_MORE);
            if (to == from) {
                return; // the term would be put in where nothing was said
            }
            if (to > from) {
                compare(path, sum, to, candidate);
                return;
            }
            path = path.with(id, sum - path.sum);
            if (id == Vocabulary.END || path.sum < candidate.least() - 1) {
                return;
            }
            follow = ask(path.ids, probe);
        }
    }

    /**
     * Keeps a term where it stands for what sounds like it and gains most.
     *
     * @param sum logarithm of the probability of the path and of the id that is already there
     */
    private void compare(Path path, double sum, int to, Candidate candidate) {
        Term term = candidate.term();
        double gain = sum + candidate.bonus() - draft.logProbability(from, to + 1);
        double least = Resemblance.weight(term.key()) < SHORT ? LEAST_GAIN_OF_SHORT : 0;
        if (gain <= least || best != null && gain <= best.gain()) {
            return;
        }
        String written = vocabulary.text(draft.ids(), from, to);
        String instead = vocabulary.text(path.ids, 0, path.ids.length);
        double alike = Resemblance.of(Resemblance.key(instead), sounds.key(to));
        boolean wordsAfter = !instead.substring(term.text().length()).matches("\\P{L}*|['’]s");
        boolean sure = draft.logProbability(from, to) / (to - from) > SURE;
        if (sum / (path.ids.length + 1) > LEAST_MEAN + LEAST_MEAN_FOR_SOUND * alike
                && alike >= candidate.alike() - SWALLOWED
                && (!wordsAfter || alike > candidate.alike())
                && (!sure || alike >= ALIKE_WHERE_SURE)
                && !term.standsWithin(written)
                && (!term.twin() || term.text().equalsIgnoreCase(written))) {
            best = new Change(from, to, path.ids, path.logProbabilities, gain);
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

    /** What follows these ids; several terms may begin with the same. */
    private Follow ask(int[] ids, Probe probe) {
        List<Integer> path = Arrays.stream(ids).boxed().toList();
        Follow known = asked.get(path);
        if (known == null) {
            known = place(path.subList(0, path.size() - 1), probe).write(path.getLast());
            known.scores().suppress(vocabulary.suppressed(false));
            asked.put(new ArrayList<>(path), known);
        }
        return known;
    }

    private Place place(List<Integer> path, Probe probe) {
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
