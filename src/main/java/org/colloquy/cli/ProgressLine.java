package org.colloquy.cli;

import java.io.PrintWriter;
import org.colloquy.common.Progress;
import org.jspecify.annotations.Nullable;

/** Progress on standard error: one changing line on a terminal, else a line every tenth. */
final class ProgressLine implements Progress {
    private final PrintWriter err;
    private final boolean terminal;
    private String shown = "";

    ProgressLine(PrintWriter err) {
        this.err = err;
        terminal = System.console() != null && System.console().isTerminal();
    }

    @Override
    public void at(String step, @Nullable Double fraction) {
        String line = step;
        if (fraction != null) {
            long percent = Math.round(fraction * 100);
            line += " " + (terminal ? percent : percent / 10 * 10) + " %";
        }
        if (!line.equals(shown)) {
            err.print(terminal ? "\r\u001b[K" + line : line + System.lineSeparator());
            err.flush();
            shown = line;
        }
    }

    /** Clears the line, so that what follows stands alone. */
    void done() {
        if (terminal && !shown.isEmpty()) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
