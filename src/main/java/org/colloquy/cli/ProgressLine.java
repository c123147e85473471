package org.colloquy.cli;

import java.io.PrintWriter;
import java.util.OptionalDouble;
import org.colloquy.common.Pace;
import org.colloquy.common.Progress;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * Progress on standard error, with the time left: one changing line on a terminal, else a line
 * every tenth.
 */
final class ProgressLine implements Progress {
    private final PrintWriter err;
    private final boolean terminal;
    private final Pace pace = new Pace();
    private String shown = "";

    ProgressLine(PrintWriter err) {
        this.err = err;
        terminal = System.console() != null && System.console().isTerminal();
    }

    @Override
    public void at(Text step, @Nullable Double fraction) {
        String line = step.message();
        String left = "";
        if (fraction != null) {
            long percent = Math.round(fraction * 100);
            line += " " + (terminal ? percent : percent / 10 * 10) + " %";
            OptionalDouble seconds = pace.left(System.nanoTime() / 1e9, fraction);
            left = seconds.isPresent() ? ", " + sentence(seconds.getAsDouble()) : "";
        }
        String whole = line + left;
        if (!(terminal ? whole : line).equals(shown)) {
            err.print(terminal ? "\r\u001b[K" + whole : whole + System.lineSeparator());
            err.flush();
            shown = terminal ? whole : line;
        }
    }

    /** To ten seconds below two minutes, then to the minute. */
    static String sentence(double secondsLeft) {
        if (secondsLeft < 10) {
            return "a few seconds left";
        }
        return secondsLeft < 115
                ? Math.round(secondsLeft / 10) * 10 + " seconds left"
                : Math.round(secondsLeft / 60) + " minutes left";
    }

    /** Clears the line, so that what follows stands alone. */
    void done() {
        if (terminal && !shown.isEmpty()) {
            err.print("\r\u001b[K");
            err.flush();
        }
    }
}
