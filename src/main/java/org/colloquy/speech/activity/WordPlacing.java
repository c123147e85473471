package org.colloquy.speech.activity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds when each word of a window begins and ends: the cheapest way through its sound in frames of
 * 10 ms, word after word, with silence between two where there is some. The engine says about where
 * a word is, the sound where exactly it begins and ends, and a word is not much shorter or longer
 * than it is likely to be.
 *
 * <p>It is the forced alignment of speech recognisers (a word is a chain of states, silence is a
 * state of its own between any two words; the way is found as Viterbi does) with the engine's own
 * evidence in place of an acoustic model. Words stay in order, none is dropped, none overlaps the
 * next, and none moves farther than its bounds.
 */
public final class WordPlacing {
    /** Of a word's frame that holds background only, in full; sound in a pause costs far less. */
    private static final float SILENT_WORD = 10;

    private static final float SOUNDING_PAUSE = 1;

    /** What a frame of silence in a pause earns, so that pauses take all of it. */
    private static final float SILENCE = 2;

    /** Of a pause as such. */
    private static final float PAUSE = 2;

    /** What a change of the sound earns where a word begins or ends, for each dB. */
    private static final float CHANGE = 0.1f;

    /** Presence that is as likely sound as background. */
    private static final float EVEN = 0.3f;

    /** For each frame that a word is shorter or longer than likely. */
    private static final float SHORTER = 1.5f;

    private static final float LONGER = 0.8f;

    private static final float NEVER = 1e9f;
    private static final int PAUSES = -1;

    /**
     * What is known of a word before its place is looked for.
     *
     * @param firstRow of the engine's evidence
     * @param rows of evidence, spread evenly over the word
     * @param frames how long it likely is
     * @param firm how much a frame more or less counts against a place: 1 as usual, 0 not at all
     * @param earliest frame in which it may begin
     * @param latest frame in which it may end
     */
    public record Likely(int firstRow, int rows, int frames, float firm, int earliest, int latest) {
        public Likely {
            if (rows < 1 || frames < 1) {
                throw new IllegalArgumentException(rows + " rows for " + frames + " frames");
            }
        }
    }

    /** The engine's evidence: low where it heard that row in that frame, about -3 to 3. */
    @FunctionalInterface
    public interface Evidence {
        float cost(int row, int frame);
    }

    /** From one frame to before another. */
    public record Place(int start, int end) {
        public double startSeconds() {
            return start * SoundProfile.FRAME_SECONDS;
        }

        public double endSeconds() {
            return end * SoundProfile.FRAME_SECONDS;
        }
    }

    private final SoundProfile profile;
    private final Evidence evidence;
    private final int words;

    /** Of each state: its row of evidence or {@link #PAUSES}, its word, its place in the word. */
    private final int[] row;

    private final int[] word;
    private final int[] place;

    /** Of each state: how firm the length of its word is. */
    private final float[] firm;

    /**
     * Of each state: the first frame in which it may be, and before which it ends at the latest.
     */
    private final int[] earliest;

    private final int[] latest;

    private WordPlacing(SoundProfile profile, List<Likely> likely, Evidence evidence) {
        this.profile = profile;
        this.evidence = evidence;
        words = likely.size();
        int states = words + 1 + likely.stream().mapToInt(Likely::frames).sum();
        row = new int[states];
        word = new int[states];
        place = new int[states];
        firm = new float[states];
        earliest = new int[states];
        latest = new int[states];
        int state = 0;
        int pauseFrom = 0;
        int wordFrom = 0;
        int until = 0;
        for (int w = 0; w <= words; w++) {
            // A pause may be as soon as the word before it, and as long as the word after it.
            boolean last = w == words;
            until = last ? profile.frames() : Math.max(until, likely.get(w).latest());
            earliest[state] = pauseFrom;
            latest[state] = until;
            row[state] = PAUSES;
            word[state++] = w;
            if (last) {
                break;
            }
            Likely one = likely.get(w);
            wordFrom = Math.max(wordFrom, one.earliest());
            pauseFrom = wordFrom;
            for (int i = 0; i < one.frames(); i++) {
                earliest[state] = wordFrom;
                latest[state] = until;
                row[state] = one.firstRow() + i * one.rows() / one.frames();
                word[state] = w;
                firm[state] = one.firm();
                place[state++] = i;
            }
        }
    }

    /**
     * The place of each word; empty where the words do not fit into their bounds.
     *
     * @param likely in order
     */
    public static Optional<List<Place>> of(
            SoundProfile profile, List<Likely> likely, Evidence evidence) {
        return likely.isEmpty()
                ? Optional.of(List.of())
                : new WordPlacing(profile, likely, evidence).places();
    }

    private Optional<List<Place>> places() {
        int states = row.length;
        float[] before = new float[states];
        float[] now = new float[states];
        Arrays.fill(before, NEVER);
        byte[][] steps = new byte[profile.frames()][];
        int[] lows = new int[profile.frames()];
        int low = 0;
        int high = 0;
        for (int frame = 0; frame < steps.length; frame++) {
            while (low < states - 1 && latest[low] <= frame) {
                low++;
            }
            while (high < states && earliest[high] <= frame) {
                high++;
            }
            Arrays.fill(now, NEVER);
            lows[frame] = low;
            steps[frame] = new byte[Math.max(0, high - low)];
            if (frame == 0) {
                before[0] = 0;
            }
            advance(frame, low, high, before, now, steps[frame]);
            float[] spare = before;
            before = now;
            now = spare;
        }
        int last = before[states - 1] <= before[states - 2] ? states - 1 : states - 2;
        return before[last] < NEVER / 2 ? Optional.of(back(last, steps, lows)) : Optional.empty();
    }

    private void advance(int frame, int low, int high, float[] before, float[] now, byte[] steps) {
        float heard = profile.presence(frame) - EVEN;
        float wordCost = heard < 0 ? SILENT_WORD * -heard / EVEN : 0;
        float pauseCost =
                heard < 0 ? SILENCE * heard / EVEN : SOUNDING_PAUSE * Math.min(1, heard / EVEN);
        float edge = CHANGE * profile.change(frame);
        int cachedRow = PAUSES;
        float cached = 0;
        for (int i = low; i < high; i++) {
            boolean pause = row[i] == PAUSES;
            float best = before[i] + LONGER * firm[i];
            int step = 0;
            if (pause && i > 0) {
                float in = before[i - 1] + PAUSE - edge;
                if (in < best) {
                    best = in;
                    step = 1;
                }
            } else if (!pause) {
                float next = before[i - 1] - (place[i] == 0 ? edge : 0);
                if (next < best) {
                    best = next;
                    step = 1;
                }
                int most = place[i] == 0 ? Math.min(2, i) : Math.min(3, place[i]);
                for (int skip = 2; skip <= most; skip++) {
                    // Into a word without a pause, or past states of it.
                    float over = place[i] == 0 ? -edge : (skip - 1) * SHORTER * firm[i];
                    if (before[i - skip] + over < best) {
                        best = before[i - skip] + over;
                        step = skip;
                    }
                }
            }
            if (!pause && row[i] != cachedRow) {
                cachedRow = row[i];
                cached = evidence.cost(cachedRow, frame);
            }
            now[i] = best + (pause ? pauseCost : cached + wordCost);
            steps[i - low] = (byte) step;
        }
    }

    private List<Place> back(int last, byte[][] steps, int[] lows) {
        int[] starts = new int[words];
        int[] ends = new int[words];
        int state = last;
        for (int frame = steps.length - 1; frame >= 0; frame--) {
            if (row[state] != PAUSES) {
                starts[word[state]] = frame;
                ends[word[state]] = Math.max(ends[word[state]], frame + 1);
            }
            state -= steps[frame][state - lows[frame]];
        }
        List<Place> places = new ArrayList<>();
        for (int w = 0; w < words; w++) {
            places.add(new Place(starts[w], ends[w]));
        }
        return places;
    }
}
