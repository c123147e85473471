package org.colloquy.bench.truth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.colloquy.bench.truth.Matches.Unit;
import org.colloquy.bench.truth.Talk.Utterance;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.activity.Span;

/**
 * What the gate costs: utterances in which no speech is detected, and true words that are heard
 * without the gate and not with it. By level, which stands in the names after {@code @}.
 */
public final class GateCost {
    private static final class Level {
        private int utterances;
        private int unheard;
        private int shortOnes;
        private int unheardShort;
        private int said;
        private int with;
        private int without;
    }

    private GateCost() {}

    /**
     * @param arguments folders of {@link TalkMaker}: {@code detector} before those of which only
     *     the detector is asked, {@code words} before those that are recognised with and without
     *     gate. Prints a line a level
     */
    public static void main(String[] arguments) throws IOException {
        Map<String, Level> levels = new TreeMap<>();
        boolean words = false;
        try (Ear ear = Ear.english()) {
            for (String argument : arguments) {
                if (argument.equals("words") || argument.equals("detector")) {
                    words = argument.equals("words");
                    continue;
                }
                for (SaidText said : SaidText.in(Path.of(argument))) {
                    String name = said.name().substring(said.name().indexOf('@') + 1);
                    Level level = levels.computeIfAbsent(name, _ -> new Level());
                    detected(said, ear.activity(said.wav()), level);
                    if (words) {
                        recognised(said, ear, level);
                    }
                }
            }
        }
        levels.forEach(
                (name, level) ->
                        System.out.printf(
                                Locale.ROOT,
                                "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d%n",
                                name,
                                level.utterances,
                                level.unheard,
                                level.shortOnes,
                                level.unheardShort,
                                level.said,
                                level.with,
                                level.without));
    }

    private static void detected(SaidText said, Activity activity, Level level) {
        if (!said.placed()) {
            return;
        }
        for (Utterance one : said.utterances()) {
            double found = 0;
            for (Span span : activity.spans()) {
                found += span.overlap(one.startSeconds(), one.endSeconds());
            }
            boolean unheard = found < 0.5 * (one.endSeconds() - one.startSeconds());
            level.utterances++;
            level.unheard += unheard ? 1 : 0;
            level.shortOnes += one.isShort() ? 1 : 0;
            level.unheardShort += unheard && one.isShort() ? 1 : 0;
            if (unheard) {
                System.err.println(said.name() + " not detected: " + one);
            }
        }
    }

    private static void recognised(SaidText said, Ear ear, Level level) throws IOException {
        boolean[] with = Matches.of(said.text(), ear.hear(said.wav()), Unit.WORD).recalled();
        boolean[] without =
                Matches.of(said.text(), ear.hearWithoutGate(said.wav()), Unit.WORD).recalled();
        List<String> words = Unit.WORD.of(said.text());
        for (int i = 0; i < with.length; i++) {
            level.said++;
            level.with += with[i] ? 1 : 0;
            level.without += without[i] ? 1 : 0;
            if (without[i] && !with[i]) {
                System.err.println(said.name() + " heard only without gate: " + words.get(i));
            }
        }
    }
}
