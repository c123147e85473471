package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a correction did to a turn, in the forms that others need. */
final class Rewriting {
    private Rewriting() {}

    /**
     * The new words with who people said speaks them: what they said of the word it came from, or
     * is next to.
     *
     * @param otherwise of a turn that was empty
     */
    static List<TurnChange.NewWord> spoken(
            List<Word> before, Alignment.Result result, Word.@Nullable Given otherwise) {
        List<TurnChange.NewWord> after = new ArrayList<>();
        for (int i = 0; i < result.words().size(); i++) {
            Alignment.Source source = result.sources().get(i);
            Word.Given given =
                    before.isEmpty()
                            ? otherwise
                            : before.get(Math.min(source.from(), before.size() - 1)).given();
            after.add(
                    new TurnChange.NewWord(
                            result.words().get(i).with(given), source.from(), source.to()));
        }
        return after;
    }

    /** A turn as it stands, with where its words came from. */
    static Scene.TurnState withSources(Scene.TurnState turn, List<TurnChange.NewWord> words) {
        List<Scene.WordState> with = new ArrayList<>();
        for (int i = 0; i < turn.words().size(); i++) {
            TurnChange.NewWord word = words.get(i);
            with.add(turn.words().get(i).cameFrom(word.from(), word.to()));
        }
        return new Scene.TurnState(
                turn.id(),
                turn.speaker(),
                turn.corrected(),
                turn.speakerSet(),
                turn.splitFrom(),
                with);
    }

    /**
     * The state after two corrections of one turn, with where its words came from before both; null
     * where the second does not begin with what the first left.
     *
     * @param earlier after the first
     * @param before as the second found it
     * @param after as the second left it
     */
    static @Nullable String goingOn(Scene earlier, Scene before, Scene after) {
        Scene.TurnState left = earlier.turns().getFirst();
        if (!earlier.transcript().equals(before.transcript())
                || !left.isAs(before.turns().getFirst())) {
            return null;
        }
        Scene.TurnState turn = after.turns().getFirst();
        List<Scene.WordState> words =
                turn.words().stream().map(word -> throughBoth(word, left.words())).toList();
        return after.withTurns(
                        List.of(
                                new Scene.TurnState(
                                        turn.id(),
                                        turn.speaker(),
                                        turn.corrected(),
                                        turn.speakerSet(),
                                        turn.splitFrom(),
                                        words)))
                .holding(through(earlier.holds(), after.holds()))
                .json();
    }

    /** What both changes did, one after the other. */
    private static List<TurnChange.Hold> through(
            List<TurnChange.Hold> first, List<TurnChange.Hold> second) {
        Map<String, TurnChange.Hold> holds = new LinkedHashMap<>();
        first.forEach(hold -> holds.put(hold.id(), hold));
        for (TurnChange.Hold hold : second) {
            TurnChange.Hold earlier = holds.get(hold.id());
            holds.put(
                    hold.id(),
                    earlier == null
                            ? hold
                            : new TurnChange.Hold(hold.id(), earlier.before(), hold.after()));
        }
        return List.copyOf(holds.values());
    }

    private static Scene.WordState throughBoth(
            Scene.WordState word, List<Scene.WordState> between) {
        int from = place(word.from());
        int to = place(word.to());
        if (from < to) {
            return word.cameFrom(place(between.get(from).from()), place(between.get(to - 1).to()));
        }
        int putIn = from == 0 ? 0 : place(between.get(from - 1).to());
        return word.cameFrom(putIn, putIn);
    }

    private static int place(@Nullable Integer number) {
        return number == null ? 0 : number;
    }
}
