package org.colloquy.speech.whisper;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How alike two spellings may sound, whatever the language of a name: letters that are taken for
 * each other cost less to change, as in Editex (Zobel and Dart, Phonetic string matching, SIGIR
 * 1996), vowels little, and letters that stand for one sound in names from Ireland, Poland and
 * Wales are read together. Coarse on purpose: what was said is for the model to judge.
 */
final class Resemblance {
    /** Consonants that are taken for each other; S stands for sh and ch. */
    private static final List<String> GROUPS = List.of("bpfv", "dt", "kgcqx", "szjS", "mn", "lr");

    private static final double WITHIN_A_GROUP = 0.4;
    private static final double VOWELS = 0.3;

    private record Reading(Pattern letters, String sound) {
        Reading(String letters, String sound) {
            this(Pattern.compile(letters), sound);
        }
    }

    private static final List<Reading> READINGS =
            List.of(
                    new Reading("[^\\p{L}\\p{N}]+", ""),
                    new Reading("gh(?=[aeiouy])", "g"),
                    new Reading("(?<=[aeiouy])gh", ""),
                    new Reading("(?<=[aeiouy])[bm]h", "v"),
                    new Reading("ph", "f"),
                    new Reading("tsch|sch|sh|sz|rz|ch|cz", "S"),
                    new Reading("ck", "k"),
                    new Reading("dd", "d"),
                    new Reading("th", "t"),
                    new Reading("kn", "n"),
                    new Reading("c(?=[eiy])", "s"),
                    new Reading("ł", "w"),
                    new Reading("qu", "kw"),
                    new Reading("x", "ks"),
                    new Reading("tion", "Sn"),
                    new Reading("h", ""),
                    new Reading("[aeiouy]+", "a"),
                    new Reading("(.)\\1+", "$1"));

    private Resemblance() {}

    /** What is heard of a spelling: its consonants, and "a" for any vowels between them. */
    static String key(String text) {
        String key = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        for (Reading reading : READINGS) {
            key = reading.letters().matcher(key).replaceAll(reading.sound());
        }
        return key;
    }

    /**
     * Of two keys.
     *
     * @return 1 for the same, 0 for nothing in common
     */
    static double of(String one, String other) {
        double most = Math.max(weight(one), weight(other));
        return most == 0 ? 0 : 1 - distance(one, other) / most;
    }

    /** The cheapest way to change one into the other (Levenshtein). */
    private static double distance(String one, String other) {
        double[] before = new double[other.length() + 1];
        for (int k = 0; k < other.length(); k++) {
            before[k + 1] = before[k] + weight(other.charAt(k));
        }
        for (int i = 0; i < one.length(); i++) {
            double[] now = new double[other.length() + 1];
            now[0] = before[0] + weight(one.charAt(i));
            for (int k = 0; k < other.length(); k++) {
                double changed = before[k] + change(one.charAt(i), other.charAt(k));
                double left = before[k + 1] + weight(one.charAt(i));
                double put = now[k] + weight(other.charAt(k));
                now[k + 1] = Math.min(changed, Math.min(left, put));
            }
            before = now;
        }
        return before[other.length()];
    }

    /** How much a key has to compare: 1 for a consonant, little for a vowel. */
    static double weight(String key) {
        return key.chars().mapToDouble(letter -> weight((char) letter)).sum();
    }

    private static double weight(char letter) {
        return letter == 'a' || letter == 'w' ? VOWELS : 1;
    }

    private static double change(char one, char other) {
        if (one == other) {
            return 0;
        }
        for (String group : GROUPS) {
            if (group.indexOf(one) >= 0 && group.indexOf(other) >= 0) {
                return WITHIN_A_GROUP;
            }
        }
        return Math.max(weight(one), weight(other));
    }
}
