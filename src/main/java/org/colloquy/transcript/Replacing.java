package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What is found in one turn, and what the turn's text becomes. */
final class Replacing {
    private static final int CONTEXT = 60;
    private static final String ENDS = ".?!…";

    private final Turn turn;
    private final String text;
    private final String replacement;
    private final List<Finder.Place> places;

    Replacing(Turn turn, Finder finder, String replacement) {
        this.turn = turn;
        this.text = turn.text();
        this.replacement = replacement;
        this.places =
                finder.in(text).stream()
                        .filter(
                                place ->
                                        !text.substring(place.start(), place.end())
                                                .equals(replacement))
                        .toList();
    }

    int count() {
        return places.size();
    }

    List<Found> found() {
        List<Found> found = new ArrayList<>();
        int[] starts = starts();
        for (Finder.Place place : places) {
            Word first = turn.words().get(wordAt(starts, place.start()));
            Word last = turn.words().get(wordAt(starts, place.end() - 1));
            found.add(
                    new Found(
                            id(place),
                            turn.id(),
                            first.id(),
                            last.id(),
                            first.startMillis(),
                            contextBefore(place.start()),
                            text.substring(place.start(), place.end()),
                            replacement,
                            contextAfter(place.end())));
        }
        return found;
    }

    private String id(Finder.Place place) {
        return turn.id() + "-" + place.start() + "-" + place.end();
    }

    /** Where each word begins in the text. */
    private int[] starts() {
        int[] starts = new int[turn.words().size()];
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            starts[i] = at;
            at += turn.words().get(i).text().length() + 1;
        }
        return starts;
    }

    private static int wordAt(int[] starts, int place) {
        int found = Arrays.binarySearch(starts, place);
        return found >= 0 ? found : -found - 2;
    }

    private String contextBefore(int end) {
        if (end <= CONTEXT) {
            return text.substring(0, end);
        }
        int from = text.indexOf(' ', end - CONTEXT);
        return "…" + text.substring(from < 0 || from >= end ? end - 1 : from + 1, end);
    }

    private String contextAfter(int start) {
        if (text.length() - start <= CONTEXT) {
            return text.substring(start);
        }
        int to = text.lastIndexOf(' ', start + CONTEXT);
        return text.substring(start, to <= start ? start : to) + "…";
    }

    /** The ids of all places. */
    List<String> ids() {
        return places.stream().map(this::id).toList();
    }

    /** The turn's text with everything replaced but for those places. */
    String replaced(Set<String> skip) {
        StringBuilder made = new StringBuilder();
        int at = 0;
        for (Finder.Place place : places) {
            if (skip.contains(id(place))) {
                continue;
            }
            made.append(text, at, place.start());
            if (replacement.isEmpty()) {
                at = takeOut(made, place.end());
            } else {
                made.append(replacement);
                at = place.end();
            }
        }
        return made.append(text, at, text.length()).toString();
    }

    /**
     * Where a word goes, the comma behind it goes as well, and the end of a sentence moves to the
     * word before.
     *
     * @return where the text goes on
     */
    private int takeOut(StringBuilder made, int end) {
        int next = end;
        while (next < text.length() && text.charAt(next) != ' ') {
            next++;
        }
        String rest = text.substring(end, next);
        boolean wordBegins = made.isEmpty() || made.charAt(made.length() - 1) == ' ';
        if (!wordBegins || rest.isEmpty() || rest.codePoints().anyMatch(Finder::isLetter)) {
            return end;
        }
        int last = made.length() - 2;
        if (ENDS.indexOf(rest.charAt(rest.length() - 1)) >= 0
                && last >= 0
                && Finder.isLetter(made.codePointBefore(last + 1))) {
            made.setLength(last + 1);
            made.append(rest);
        }
        return next;
    }
}
