package org.colloquy.worker;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** A worker for tests: does what each frame says. */
public final class TinyWorker {
    private TinyWorker() {}

    public static void main(String[] arguments) {
        WorkerChannel.serve(TinyWorker::run);
    }

    private static void run(WorkerChannel channel) throws Exception {
        while (true) {
            Frame frame = channel.receive();
            switch (frame.text()) {
                case "print" -> System.out.println("a stray print");
                case "throw" -> throw new IllegalStateException("The tiny worker has had enough");
                case "exit 3" -> {
                    System.err.println("nothing left to do");
                    Runtime.getRuntime().halt(3);
                }
                case "hang" -> {
                    channel.send(9, new byte[0]);
                    new CountDownLatch(1).await();
                }
                case "memory" ->
                        channel.send(
                                1,
                                Long.toString(Runtime.getRuntime().maxMemory() >> 20)
                                        .getBytes(StandardCharsets.UTF_8));
                case "flood" -> {
                    for (int i = 0; i < 40; i++) {
                        channel.send(2, new byte[Frame.MAX_PAYLOAD]);
                    }
                }
                default -> channel.send(frame.type(), frame.payload());
            }
        }
    }
}
