package org.colloquy.speech.whisper;

import java.util.List;

/**
 * Counts what is asked of the model, each time a step of the decoder, so that it can be bounded.
 */
final class CountedProbe implements Probe {
    private final Probe probe;
    private int left;

    /**
     * @param most questions, after which nothing new should be begun
     */
    CountedProbe(Probe probe, int most) {
        this.probe = probe;
        left = most;
    }

    boolean spent() {
        return left <= 0;
    }

    @Override
    public Place before(int place) {
        return counted(probe.before(place));
    }

    private Place counted(Place place) {
        return id -> {
            left--;
            Follow follow = place.write(id);
            return new Follow(follow.scores(), counted(follow.place()));
        };
    }

    @Override
    public List<float[]> rewrite(int[] ids) {
        return probe.rewrite(ids);
    }
}
