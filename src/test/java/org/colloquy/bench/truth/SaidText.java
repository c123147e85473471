package org.colloquy.bench.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.bench.truth.Talk.Utterance;
import org.colloquy.common.Json;

/** A file that {@link TalkMaker} wrote, and what is said in it. */
record SaidText(Path wav, String text, List<Utterance> utterances) {
    /** All of a folder, by name. */
    static List<SaidText> in(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".wav")).sorted().toList();
        }
        List<SaidText> texts = new ArrayList<>();
        for (Path wav : files) {
            Path json = folder.resolve(wav.getFileName().toString().replace(".wav", ".json"));
            Map<?, ?> said = Json.read(Files.readString(json), Map.class);
            List<Utterance> utterances = new ArrayList<>();
            for (Object one : (List<?>) said.get("utterances")) {
                Map<?, ?> utterance = (Map<?, ?>) one;
                utterances.add(
                        new Utterance(
                                ((Number) utterance.get("start")).doubleValue(),
                                ((Number) utterance.get("end")).doubleValue(),
                                String.valueOf(utterance.get("text"))));
            }
            texts.add(new SaidText(wav, String.valueOf(said.get("text")), utterances));
        }
        return texts;
    }

    String name() {
        return wav.getFileName().toString().replace(".wav", "");
    }

    /** The places of its utterances are known. */
    boolean placed() {
        return utterances.size() > 1;
    }
}
