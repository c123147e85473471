package org.colloquy.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A parent for tests: starts a child that hangs, prints the child's process number, waits. */
public final class ParentForTest {
    private ParentForTest() {}

    public static void main(String[] arguments) throws IOException, WorkerFailure {
        WorkerProcess worker = WorkerProcess.start("tiny", List.of(), TinyWorker.class.getName());
        worker.send(0, "hang".getBytes(StandardCharsets.UTF_8));
        worker.receive();
        System.out.println(worker.pid());
        System.out.flush();
        if (System.in.read() == 'q') {
            System.exit(0);
        }
    }
}
