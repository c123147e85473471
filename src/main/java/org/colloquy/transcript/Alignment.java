package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A turn's words and the text that a person typed for it, made into the turn's new words.
 *
 * <ul>
 *   <li>The texts of the new words, with single spaces between, are what was typed.
 *   <li>A word that stayed as it was keeps id, times, confidence and machine word.
 *   <li>A word that was replaced by one word hands on its id, times and machine word; its
 *       confidence is gone, for a person wrote the new one. Where several words were replaced by
 *       another number of words, these share the time of those in proportion to their lengths.
 *   <li>A word that reads again as the machine word that it stands for gets that one's times and
 *       confidence back.
 *   <li>A word put in lies between its neighbours, in the pause there is, or for no time at all.
 *       Where it is a machine's word that was removed before, it gets that word's time back.
 *   <li>Times never go backwards, and stay inside the turn's; only a machine's word that comes back
 *       may go out to the turns on both sides.
 *   <li>A new id is used once: counting goes on from the one given.
 * </ul>
 *
 * <p>Not to be assumed: that the words left unchanged are the most that could have been; that a
 * word replaced by several stands where the first of them does.
 */
final class Alignment {
    /**
     * From which old words a new one came: {@code from} (inclusive) to {@code to} (exclusive) in
     * the old list; where it was put in, both say before which old word.
     */
    record Source(int from, int to) {}

    /**
     * @param sources one for each word
     * @param nextId the first id not used
     */
    record Result(List<Word> words, List<Source> sources, int nextId) {}

    /** A stretch of the recording. */
    record Span(long startMillis, long endMillis) {}

    /** A word on its way: without id where it gets a new one, without span where put in. */
    private record Piece(
            String text,
            @Nullable Integer id,
            @Nullable Span span,
            @Nullable Double confidence,
            @Nullable Integer machineId,
            Source source) {}

    private final List<Word> before;
    private final Span room;
    private final List<@Nullable MachineWord> forgotten = new ArrayList<>();
    private final List<WordMatch.Old> old = new ArrayList<>();

    /**
     * For each of {@link #old}, and for its end, how many words of {@link #before} lie before it.
     */
    private final List<Integer> places = new ArrayList<>();

    private final List<String> after;
    private final List<Piece> pieces = new ArrayList<>();
    private final Map<Integer, MachineWord> machine;

    private Alignment(
            List<Word> before,
            Map<Integer, MachineWord> machine,
            List<MachineWord> removed,
            Span room,
            List<String> after) {
        this.before = before;
        this.machine = machine;
        this.room = room;
        this.after = after;
        weave(removed);
    }

    /**
     * The new words of a turn.
     *
     * @param machine the machine's words by id, at least those that words of the turn stand for
     * @param removed the machine's words of this stretch that no word stands for, in order
     * @param room from the end of the turn before to the start of the turn after
     * @param after what was typed, as {@link WordText#typed} gives it
     */
    static Result align(
            List<Word> before,
            Map<Integer, MachineWord> machine,
            List<MachineWord> removed,
            Span room,
            List<String> after,
            int nextId) {
        Alignment alignment = new Alignment(before, machine, removed, room, after);
        alignment.take();
        return alignment.place(nextId);
    }

    /** Puts removed machine words where they stood among the words. */
    private void weave(List<MachineWord> removed) {
        int next = 0;
        for (int place = 0; place < before.size(); place++) {
            Integer machineId = before.get(place).machineId();
            while (machineId != null
                    && next < removed.size()
                    && removed.get(next).id() < machineId) {
                add(removed.get(next++), place);
            }
            old.add(new WordMatch.Old(before.get(place).text(), false));
            forgotten.add(null);
            places.add(place);
        }
        while (next < removed.size()) {
            add(removed.get(next++), before.size());
        }
        places.add(before.size());
    }

    private void add(MachineWord removed, int place) {
        List<String> words = WordText.words(removed.text());
        if (words.size() == 1) {
            old.add(new WordMatch.Old(words.getFirst(), true));
            forgotten.add(removed);
            places.add(place);
        }
    }

    /** Follows the steps; what is replaced with a change of number is gathered and shared. */
    private void take() {
        int oldFrom = 0;
        int newFrom = 0;
        List<WordMatch.Step> steps = WordMatch.of(old, after);
        for (int at = 0; at < steps.size(); at++) {
            WordMatch.Step step = steps.get(at);
            switch (step.move()) {
                case PAIR, MERGE, SPLIT -> {
                    replace(
                            places.get(oldFrom),
                            places.get(step.oldFrom()),
                            newFrom,
                            step.newFrom());
                    MachineWord comesBack = forgotten.get(step.oldFrom());
                    int place = places.get(step.oldFrom());
                    MachineWord second = comesBack == null ? comesApart(steps, at) : null;
                    if (second != null) {
                        replace(place, place + 1, step.newFrom(), step.newFrom() + 1);
                        bringBack(second, place + 1, step.newFrom() + 1);
                    } else if (comesBack == null) {
                        replace(
                                place,
                                place + step.oldTo() - step.oldFrom(),
                                step.newFrom(),
                                step.newTo());
                    } else {
                        bringBack(comesBack, place, step.newFrom());
                    }
                    oldFrom = step.oldTo();
                    newFrom = step.newTo();
                }
                case UNLIKE, DROP, ADD -> {
                    // Waits until the next word that is surely the same.
                }
            }
        }
        replace(places.get(oldFrom), before.size(), newFrom, after.size());
    }

    /** The second of two machine words that were made one and are typed apart again. */
    private @Nullable MachineWord comesApart(List<WordMatch.Step> steps, int at) {
        WordMatch.Step step = steps.get(at);
        int next = step.oldFrom() + 1;
        if (step.move() != WordMatch.Move.SPLIT
                || next >= forgotten.size()
                || steps.get(at + 1).move() != WordMatch.Move.DROP) {
            return null;
        }
        MachineWord second = forgotten.get(next);
        return second != null && second.text().equals(after.get(step.newFrom() + 1))
                ? second
                : null;
    }

    /** The old words {@code from} to {@code to} became the new ones. */
    private void replace(int from, int to, int newFrom, int newTo) {
        List<String> texts = after.subList(newFrom, newTo);
        Source source = new Source(from, to);
        if (from == to) {
            texts.forEach(text -> pieces.add(new Piece(text, null, null, null, null, source)));
        } else if (to - from == texts.size()) {
            for (int i = 0; i < texts.size(); i++) {
                Word word = before.get(from + i);
                pieces.add(
                        became(
                                texts.get(i),
                                word,
                                new Span(word.startMillis(), word.endMillis()),
                                new Source(from + i, from + i + 1)));
            }
        } else {
            share(texts, source);
        }
    }

    private void share(List<String> texts, Source source) {
        List<Word> replaced = before.subList(source.from(), source.to());
        long[] boundaries =
                Shares.of(replaced.getFirst().startMillis(), replaced.getLast().endMillis(), texts);
        for (int i = 0; i < texts.size(); i++) {
            Word kept = i < replaced.size() ? replaced.get(i) : null;
            Span span = new Span(boundaries[i], boundaries[i + 1]);
            pieces.add(
                    kept == null
                            ? new Piece(texts.get(i), null, span, null, null, source)
                            : became(texts.get(i), kept, span, source));
        }
    }

    /** What an old word became: the machine's own again where it reads as that one did. */
    private Piece became(String text, Word word, Span span, Source source) {
        Integer machineId = word.machineId();
        if (word.text().equals(text)) {
            return new Piece(text, word.id(), span, word.confidence(), machineId, source);
        }
        MachineWord heard = machineId == null ? null : machine.get(machineId);
        if (heard == null || !heard.text().equals(text)) {
            return new Piece(text, word.id(), span, null, machineId, source);
        }
        Span own = new Span(heard.startMillis(), heard.endMillis());
        return new Piece(text, word.id(), own, heard.confidence(), machineId, source);
    }

    private void bringBack(MachineWord word, int place, int index) {
        String text = after.get(index);
        pieces.add(
                new Piece(
                        text,
                        null,
                        new Span(word.startMillis(), word.endMillis()),
                        text.equals(word.text()) ? word.confidence() : null,
                        word.id(),
                        new Source(place, place)));
    }

    /** Gives times to the words put in, ids to the new ones, and keeps the order of time. */
    private Result place(int firstId) {
        List<Word> words = new ArrayList<>();
        int nextId = firstId;
        long now = room.startMillis();
        int i = 0;
        while (i < pieces.size()) {
            int timed = i;
            while (timed < pieces.size() && pieces.get(timed).span() == null) {
                timed++;
            }
            long[] boundaries = timed == i ? fixed(i, now) : gap(i, timed, now);
            for (int k = 0; k + 1 < boundaries.length; k++) {
                Piece piece = pieces.get(i++);
                Integer id = piece.id();
                words.add(
                        new Word(
                                id == null ? nextId++ : id,
                                piece.text(),
                                boundaries[k],
                                boundaries[k + 1],
                                piece.confidence(),
                                piece.machineId()));
                now = boundaries[k + 1];
            }
        }
        return new Result(words, pieces.stream().map(Piece::source).toList(), nextId);
    }

    /** The word's own times, held between the words around it. */
    private long[] fixed(int index, long now) {
        Span span = spanOf(index);
        long latest = latest(index);
        long start = Math.clamp(span.startMillis(), now, latest);
        return new long[] {start, Math.clamp(span.endMillis(), start, latest)};
    }

    /**
     * The pause between two words, shared by those put in; at an edge of the turn there is none.
     */
    private long[] gap(int from, int to, long now) {
        long turnStart = before.isEmpty() ? room.startMillis() : before.getFirst().startMillis();
        long turnEnd = before.isEmpty() ? room.endMillis() : before.getLast().endMillis();
        long right =
                to < pieces.size()
                        ? Math.clamp(spanOf(to).startMillis(), now, latest(to))
                        : Math.max(now, turnEnd);
        long left = from > 0 ? now : Math.clamp(turnStart, now, right);
        return Shares.of(left, right, pieces.subList(from, to).stream().map(Piece::text).toList());
    }

    /** Nothing at this place may be later: the start of the next word that cannot be moved. */
    private long latest(int index) {
        for (int i = index + 1; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.span() != null && piece.source().from() < piece.source().to()) {
                return piece.span().startMillis();
            }
        }
        return room.endMillis();
    }

    private Span spanOf(int index) {
        Span span = pieces.get(index).span();
        if (span == null) {
            throw new IllegalStateException("Word " + index + " of the turn has no time");
        }
        return span;
    }
}
