package org.colloquy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.colloquy.bench.TwoPersonTalk.Piece;

/**
 * Makes a talk of two people as NAME.wav, with who speaks when as NAME.rttm. Arguments: the path of
 * both without its ending, a seed, seconds, the folders with the clips of the one who asks and the
 * one who answers, and how it is heard: {@code clean}, {@code room} (see {@link TalkRoom}), or
 * {@code channels:CROSSTALK:DELAY:LOUDER:OVERLAPS} (dB, samples, dB, share of changes).
 */
public final class MakeTalk {
    private MakeTalk() {}

    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[0]);
        Random random = new Random(Long.parseLong(arguments[1]));
        double seconds = Double.parseDouble(arguments[2]);
        List<Path> folders = List.of(Path.of(arguments[3]), Path.of(arguments[4]));
        List<List<float[]>> clips = new ArrayList<>();
        for (Path folder : folders) {
            clips.add(clips(folder));
        }
        String[] heard = arguments[5].split(":");
        double overlaps = heard.length > 1 ? Double.parseDouble(heard[4]) : 0;
        List<Piece> pieces = TwoPersonTalk.of(random, clips, seconds, overlaps);
        float[][] sound =
                heard.length > 1
                        ? TalkRoom.twoMicrophones(
                                pieces,
                                Double.parseDouble(heard[1]),
                                Integer.parseInt(heard[2]),
                                Double.parseDouble(heard[3]),
                                random)
                        : new float[][] {
                            TalkRoom.oneMicrophone(pieces, heard[0].equals("room"), random)
                        };
        TalkSound.write(Path.of(path + ".wav"), sound);
        List<String> names = folders.stream().map(each -> each.getFileName().toString()).toList();
        Files.write(
                Path.of(path + ".rttm"),
                rttm(path.getFileName().toString(), TwoPersonTalk.turns(pieces, names)));
    }

    private static List<float[]> clips(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".wav")).sorted().toList();
        }
        List<float[]> clips = new ArrayList<>();
        for (Path file : files) {
            clips.add(TalkSound.read(file));
        }
        return clips;
    }

    static List<String> rttm(String name, List<SpeakerTurn> turns) {
        return turns.stream()
                .map(
                        turn ->
                                String.format(
                                        Locale.ROOT,
                                        "SPEAKER %s 1 %.3f %.3f <NA> <NA> %s <NA> <NA>",
                                        name,
                                        turn.startSeconds(),
                                        turn.endSeconds() - turn.startSeconds(),
                                        turn.speaker()))
                .toList();
    }
}
