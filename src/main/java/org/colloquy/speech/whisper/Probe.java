package org.colloquy.speech.whisper;

import java.util.List;

/** Goes back into the text of one window and sees what else could stand there. */
interface Probe {
    /** Just before the id at a place of the text, 0 for the first. */
    Place before(int place);

    /**
     * Takes another text in place of the first.
     *
     * @return its attention: a row for each id and one for the end, eight heads over all frames
     */
    List<float[]> rewrite(int[] ids);

    /** Somewhere in a text. */
    interface Place {
        /** What may follow when this id is written here. */
        Follow write(int id);
    }

    /** What may follow, and the place where it would. */
    record Follow(Scores scores, Place place) {}
}
