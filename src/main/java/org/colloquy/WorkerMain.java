package org.colloquy;

import org.colloquy.embedding.EmbeddingWorker;
import org.colloquy.media.MediaWorker;
import org.colloquy.speech.SpeechWorker;
import org.colloquy.speech.live.LiveWorker;
import org.colloquy.worker.WorkerChannel;

/**
 * What a child process does: {@code worker media}, {@code worker speech}, {@code worker captions},
 * {@code worker embedding}.
 */
final class WorkerMain {
    private WorkerMain() {}

    /** True where these arguments are those of a child process. */
    static boolean isMeant(String[] arguments) {
        return arguments.length == 2 && arguments[0].equals("worker");
    }

    static void run(String kind) {
        switch (kind) {
            case "media" -> WorkerChannel.serve(MediaWorker::run);
            case "speech" -> WorkerChannel.serve(SpeechWorker::run);
            case "embedding" -> WorkerChannel.serve(EmbeddingWorker::run);
            case "captions" -> WorkerChannel.serve(LiveWorker::run);
            default -> throw new IllegalArgumentException("There is no worker " + kind);
        }
    }
}
