package org.colloquy;

import org.colloquy.media.MediaWorker;
import org.colloquy.speech.SpeechWorker;
import org.colloquy.worker.WorkerChannel;

/** What a child process does: {@code worker media} or {@code worker speech}. */
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
            default -> throw new IllegalArgumentException("There is no worker " + kind);
        }
    }
}
