package org.colloquy.criteria;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/** Finds out whether a specification allows simulation. */
final class Simulation {
    private static final Pattern NO =
            Pattern.compile(
                    "\\b(?:not|no|never|cannot|can't|prohibited|excluded|unacceptable|inappropriate)\\b");
    private static final Pattern YES =
            Pattern.compile(
                    "\\b(?:allowed|permitted|acceptable|appropriate|yes|may be|can "
                            + "be|may use|can use|accepted)\\b");
    private static final Pattern LIMITED =
            Pattern.compile(
                    "\\b(?:only|except|exception|unless|where|when|some|limited|certain|if|agreement|approval|approved|however|criterion|outcome|los?|acs?|criteria "
                            + "[\\d]|units)\\b|\\d\\.\\d");

    private int allowedLine;
    private int refusedLine;
    private int limitedLine;
    private int unclearLine;

    /** Looks at a text outside the criteria. */
    void read(Piece piece) {
        String text = piece.text();
        if (!text.regionMatches(true, 0, "simul", 0, 5) && indexOfSimulation(text) < 0) {
            return;
        }
        for (String sentence : text.split("(?<=[.!?]) +")) {
            if (indexOfSimulation(sentence) >= 0) {
                judge(sentence.toLowerCase(Locale.ROOT), piece.line());
            }
        }
    }

    private static int indexOfSimulation(String text) {
        for (String word :
                List.of("simulation", "Simulation", "SIMULATION", "simulated", "Simulated")) {
            int at = text.indexOf(word);
            if (at >= 0) {
                return at;
            }
        }
        return -1;
    }

    private void judge(String sentence, int line) {
        boolean everywhere = sentence.contains("any part") || sentence.contains("any of the");
        boolean limited = LIMITED.matcher(sentence).find() && !everywhere;
        boolean refused = NO.matcher(sentence).find();
        boolean granted = YES.matcher(sentence).find();
        if (limited && (refused || granted)) {
            limitedLine = limitedLine == 0 ? line : limitedLine;
        } else if (refused) {
            refusedLine = refusedLine == 0 ? line : refusedLine;
        } else if (granted) {
            allowedLine = allowedLine == 0 ? line : allowedLine;
        } else {
            unclearLine = unclearLine == 0 ? line : unclearLine;
        }
    }

    /** True, false, or null where the text says nothing or not simply yes or no. */
    @Nullable Boolean allowed(Trace trace) {
        if (limitedLine > 0) {
            return doubt(limitedLine, trace);
        }
        if (allowedLine > 0 && refusedLine > 0) {
            return doubt(Math.max(allowedLine, refusedLine), trace);
        }
        if (allowedLine > 0 || refusedLine > 0) {
            return allowedLine > 0;
        }
        return unclearLine > 0 ? doubt(unclearLine, trace) : null;
    }

    private static @Nullable Boolean doubt(int line, Trace trace) {
        trace.doubt(
                line,
                Text.of(
                        "Line {line} speaks of simulation, but not as a plain yes or no. Read "
                                + "it and choose.",
                        Map.of("line", line)));
        return null;
    }
}
