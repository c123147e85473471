package org.colloquy.media;

import java.io.IOException;
import org.colloquy.worker.WorkerChannel;

/** What the child process of this room does. */
public final class MediaWorker {
    private MediaWorker() {}

    public static void run(WorkerChannel channel) throws IOException, InterruptedException {
        channel.send(0, channel.receive().payload());
    }
}
