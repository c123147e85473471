package org.colloquy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.colloquy.speech.Word;
import org.colloquy.speech.sentences.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * The reader's table: how well sentences, questions and capitals are set.
 *
 * <p>{@code set LANGUAGE VOCABULARY REFERENCE.txt HEARD.json ...}: the words of the reference,
 * bare, at the times at which an engine heard them, are set anew; beside it the engine's own marks.
 * {@code as-is REFERENCE.txt HEARD.json ...}: only what was heard. Pairs of files are scored
 * together. The vocabulary is a list with commas.
 */
public final class ReadersTable {
    private ReadingScore ends = ReadingScore.NONE;
    private ReadingScore questions = ReadingScore.NONE;
    private ReadingScore capitals = ReadingScore.NONE;
    private int words;
    private int wantedWords;

    private ReadersTable() {}

    public static void main(String[] arguments) throws IOException {
        boolean sets = arguments[0].equals("set");
        ReadersTable anew = new ReadersTable();
        ReadersTable own = new ReadersTable();
        for (int i = sets ? 3 : 1; i + 1 < arguments.length; i += 2) {
            String text = reference(Files.readString(Path.of(arguments[i])));
            ReadText reference = ReadText.of(text);
            List<Word> heard = HeardText.words(Path.of(arguments[i + 1]));
            own.add(reference, written(heard));
            if (sets) {
                List<String> vocabulary =
                        arguments[2].isEmpty() ? List.of() : List.of(arguments[2].split(","));
                List<Word> set = Sentences.set(bare(text, heard), arguments[1], vocabulary);
                System.err.println(String.join(" ", set.stream().map(Word::text).toList()));
                anew.add(reference, written(set));
            }
        }
        (sets ? anew : own).print(sets ? own : null);
    }

    private void add(ReadText reference, ReadText text) {
        ends = ends.and(ReadingScore.ofEnds(reference, text));
        questions = questions.and(ReadingScore.ofQuestions(reference, text));
        capitals = capitals.and(ReadingScore.ofCapitals(reference, text));
        words += text.words();
        wantedWords += reference.words();
    }

    /** Lines of name, figure, and the engine's own figure where there is one. */
    private void print(@Nullable ReadersTable own) {
        line("ends of sentences", ends.toString(), own == null ? "" : own.ends.toString());
        if (questions.wanted() > 0) {
            String theirs = own == null ? "" : own.questions.toString();
            line("questions", questions.toString(), theirs);
        }
        if (capitals.wanted() > 0) {
            line("capitals", capitals.toString(), own == null ? "" : own.capitals.toString());
        }
        line("words in a sentence", length(), own == null ? "" : own.length());
    }

    private String length() {
        return String.format(
                Locale.ROOT,
                "%.1f (reference %.1f)",
                words / (double) Math.max(1, ends.set()),
                wantedWords / (double) Math.max(1, ends.wanted()));
    }

    private static void line(String what, String figure, String own) {
        System.out.println(what + "\t" + figure + "\t" + own);
    }

    /** A script's names of speakers are not said. */
    private static String reference(String text) {
        return text.replaceAll("(?m)^[A-Z]+: ", "");
    }

    private static ReadText written(List<Word> words) {
        return new ReadText(words.stream().map(Word::text).toList());
    }

    /** The reference's words as an engine without marks would give them, at the heard times. */
    static List<Word> bare(String reference, List<Word> heard) {
        String spoken = reference.replaceAll("[-/]", " ").replaceAll("[^\\p{L}\\p{N}' ]+", " ");
        List<String> words = List.of(spoken.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        ReadText text = new ReadText(words);
        ReadText other = written(heard);
        int[] partners = text.partners(other);
        List<Word> bare = new ArrayList<>();
        for (int i = 0, first = 0; i < words.size(); i++) {
            int end = first;
            int from = -1;
            int to = -1;
            while (end < partners.length && text.letters().get(end).word() == i) {
                if (partners[end] >= 0) {
                    to = other.letters().get(partners[end]).word();
                    from = from < 0 ? to : from;
                }
                end++;
            }
            first = end;
            double before = bare.isEmpty() ? 0 : bare.getLast().endSeconds();
            if (from < 0) {
                bare.add(new Word(words.get(i), before, before, 1, null));
            } else {
                double start = Math.max(before, heard.get(from).startSeconds());
                double stop = Math.max(start, heard.get(to).endSeconds());
                Integer speaker = heard.get(from).speaker();
                bare.add(new Word(words.get(i), start, stop, 1, speaker));
            }
        }
        return bare;
    }
}
