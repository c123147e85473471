package org.colloquy.suggestion;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.colloquy.embedding.EmbeddingProcess;
import org.colloquy.redaction.Hidden;
import org.colloquy.speech.Model;
import org.colloquy.suggestion.LabelledSet.Labelled;
import org.colloquy.suggestion.LabelledSet.LabelledUnit;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Turn;
import org.colloquy.transcript.Word;

/** An hour's words against 200 criteria, from reading to ranking; no sentence is there twice. */
public final class Speed {
    private static final int WORDS = 9_000;
    private static final int CRITERIA = 200;

    private Speed() {}

    public static void main(String[] arguments) throws Exception {
        List<LabelledUnit> units = new ArrayList<>(LabelledSet.read("tuning-set.txt").units());
        units.addAll(LabelledSet.read("measuring-set.txt").units());
        List<Wording> wordings = new ArrayList<>();
        for (int round = 1; wordings.size() < CRITERIA; round++) {
            for (LabelledUnit unit : units) {
                for (Wording one : unit.criteria()) {
                    if (wordings.size() < CRITERIA) {
                        wordings.add(
                                new Wording(
                                        round + one.id(),
                                        one.text() + (round == 1 ? "" : ", level " + round),
                                        one.outcome()));
                    }
                }
            }
        }
        Transcript hour = hour(units);
        try (EmbeddingProcess embedder = new EmbeddingProcess()) {
            long begun = System.nanoTime();
            Discussion discussion = new Discussion(hour, Hidden.NONE);
            List<Discussion.Cut> cuts = discussion.passages(embedder);
            List<Spoken> spoken =
                    cuts.stream().map(cut -> new Spoken(Discussion.text(cut.words()))).toList();
            int ranked = 0;
            double segmented = (System.nanoTime() - begun) / 1e9;
            double read;
            try (Ranking ranking = new Ranking(wordings, embedder)) {
                List<Ranking.Reading> readings = ranking.read(spoken);
                read = (System.nanoTime() - begun) / 1e9;
                Background background = ranking.backgroundOf(readings);
                for (Ranking.Reading reading : readings) {
                    ranked += ranking.rank(reading, background).size();
                }
                double seconds = (System.nanoTime() - begun) / 1e9;
                System.err.printf(
                        Locale.ROOT,
                        "passages cut after %.1f s, read after %.1f s, ranked after %.1f s; CPU of"
                                + " this process %.1f s, of the worker %.1f s%n",
                        segmented,
                        read,
                        seconds,
                        ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis()
                                / 1000.0,
                        ProcessHandle.current()
                                        .children()
                                        .mapToLong(
                                                one ->
                                                        one.info()
                                                                .totalCpuDuration()
                                                                .orElseThrow()
                                                                .toMillis())
                                        .sum()
                                / 1000.0);
                long again = System.nanoTime();
                Spoken other = new Spoken("And " + spoken.get(spoken.size() / 2).text());
                ranking.rank(other, background);
                System.out.printf(
                        Locale.ROOT,
                        "%d\t%d\t%d\t%.1f\t%d\t%d%n",
                        hour.words().size(),
                        cuts.size(),
                        ranked / Math.max(1, cuts.size()),
                        seconds,
                        peakMegabytes(),
                        (System.nanoTime() - again) / 1_000_000);
            }
        }
    }

    /** Of the worker, as Linux says. */
    private static long peakMegabytes() throws Exception {
        long peak = 0;
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            for (String line : Files.readAllLines(Path.of("/proc/" + child.pid() + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    peak = Math.max(peak, Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024);
                }
            }
        }
        return peak;
    }

    private static Transcript hour(List<LabelledUnit> units) {
        List<Turn> turns = new ArrayList<>();
        int id = 1;
        for (int round = 0; id <= WORDS; round++) {
            for (LabelledUnit unit : units) {
                for (Labelled one : unit.passages()) {
                    List<Word> words = new ArrayList<>();
                    for (String sentence : Sentences.of(one.text())) {
                        for (String text : ("so then ".repeat(round) + sentence).split(" ")) {
                            if (id <= WORDS) {
                                words.add(new Word(id, text, id * 400L, id * 400L + 350, 0.9, id));
                                id++;
                            }
                        }
                    }
                    if (!words.isEmpty()) {
                        turns.add(
                                new Turn(
                                        turns.size() + 1,
                                        1,
                                        words.getFirst().startMillis(),
                                        words.getLast().endMillis(),
                                        words,
                                        false));
                    }
                }
            }
        }
        return new Transcript(
                "t",
                "r",
                1,
                "whisper",
                new Model("m", "0".repeat(64)),
                "en",
                3_600_000,
                Instant.EPOCH,
                List.of(),
                turns,
                List.of());
    }
}
