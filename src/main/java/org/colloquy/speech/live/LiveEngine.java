package org.colloquy.speech.live;

import org.colloquy.speech.activity.LiveActivity;

/** An engine that is loaded for captions. For one thread. */
public interface LiveEngine extends AutoCloseable {
    /**
     * An ear for one channel, which is to be closed before this.
     *
     * @param activity of that channel; the ear tells it what comes
     */
    LiveEar listen(LiveActivity activity);

    @Override
    void close();
}
