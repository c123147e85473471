package org.colloquy.speech.vosk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.speech.sound.Sound;
import org.vosk.LibVosk;
import org.vosk.Model;
import org.vosk.Recognizer;

/** The native side of Vosk: one loaded model. Only here are its handles made and freed. */
final class NativeVosk implements AutoCloseable {
    static {
        // The library speaks UTF-8 whatever the machine's own encoding is.
        System.setProperty("jna.encoding", "UTF-8");
        Allocation.keepWhatIsFreed();
    }

    private final Model model;

    /**
     * An utterance that is not over.
     *
     * @param weighed the words of its lattice
     * @param likeliest all words up to now, as they are likeliest at this moment; more sound may
     *     change any of them
     */
    record SoFar(List<Heard> weighed, List<String> likeliest) {
        /** The words that follow those of the lattice. */
        List<String> newest() {
            return likeliest.subList(Beginning.length(weighed, likeliest), likeliest.size());
        }
    }

    /** A word in the time of the piece it was heard in. */
    record Heard(String text, double startSeconds, double endSeconds, double confidence) {}

    /**
     * @throws Problem.MissingModel where the folder holds no model that Vosk can read
     */
    NativeVosk(Path folder) {
        LibVosk.vosk_set_log_level(-1);
        try {
            model = new Model(folder.toString());
        } catch (IOException | RuntimeException refused) {
            throw new Problem.MissingModel(
                    "Vosk cannot read its model in {folder}. Delete that folder and "
                            + "install the model again.",
                    Map.of("folder", folder));
        }
    }

    /** One recogniser on this model, for one thread. */
    Ear listen() {
        return new Ear();
    }

    final class Ear implements AutoCloseable {
        private final Recognizer recognizer;

        /** Vosk counts time on from one piece to the next; ours begins anew with each. */
        private long samplesBefore;

        private long samplesOfPiece;

        private Ear() {
            try {
                recognizer = new Recognizer(model, Sound.RATE);
            } catch (IOException refused) {
                throw new IllegalStateException("Vosk cannot make a recogniser", refused);
            }
            recognizer.setWords(true);
        }

        /**
         * Words of one piece, given part after part; an utterance that Vosk thinks is over gives
         * its words at once.
         */
        List<Heard> hear(short[] samples) {
            samplesOfPiece += samples.length;
            boolean utteranceOver = recognizer.acceptWaveForm(samples, samples.length);
            return utteranceOver ? words(recognizer.getResult(), "result") : List.of();
        }

        /**
         * What it takes the utterance for that is not over. Its lattice, in which it weighs all
         * that the sound may say, ends up to two seconds ago; it has no times for what follows.
         */
        SoFar soFar() {
            recognizer.setPartialWords(true);
            List<Heard> weighed = words(recognizer.getPartialResult(), "partial_result");
            recognizer.setPartialWords(false);
            Object text = Json.read(recognizer.getPartialResult(), Map.class).get("partial");
            String[] likeliest = String.valueOf(text).strip().split("\\s+");
            return new SoFar(weighed, List.of(likeliest));
        }

        /**
         * The words not given yet; what is heard after this is another piece, which Vosk hears as
         * though it had heard nothing before.
         */
        List<Heard> finish() {
            List<Heard> words = words(recognizer.getFinalResult(), "result");
            samplesBefore += samplesOfPiece;
            samplesOfPiece = 0;
            return words;
        }

        private List<Heard> words(String json, String field) {
            double before = samplesBefore / (double) Sound.RATE;
            List<Heard> words = new ArrayList<>();
            if (Json.read(json, Map.class).get(field) instanceof List<?> result) {
                for (Object entry : result) {
                    Map<?, ?> word = (Map<?, ?>) entry;
                    words.add(
                            new Heard(
                                    String.valueOf(word.get("word")),
                                    Math.max(0, number(word, "start") - before),
                                    Math.max(0, number(word, "end") - before),
                                    number(word, "conf")));
                }
            }
            return words;
        }

        @Override
        public void close() {
            recognizer.close();
        }
    }

    private static double number(Map<?, ?> word, String name) {
        return word.get(name) instanceof Number number ? number.doubleValue() : 0;
    }

    @Override
    public void close() {
        model.close();
    }
}
