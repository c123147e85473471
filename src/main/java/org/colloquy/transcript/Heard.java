package org.colloquy.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.colloquy.speech.SpeechResult;

/** What an engine gave, in whole milliseconds and in an order of time that never goes backwards. */
final class Heard {
    private Heard() {}

    /** The engine's words as they are kept for ever. */
    static List<MachineWord> machineWords(SpeechResult result) {
        List<MachineWord> heard = new ArrayList<>(result.words().size());
        long latest = 0;
        for (org.colloquy.speech.Word word : result.words()) {
            latest = Math.max(latest, millis(word.startSeconds()));
            heard.add(
                    new MachineWord(
                            heard.size() + 1,
                            word.text(),
                            latest,
                            Math.max(latest, millis(word.endSeconds())),
                            word.confidence(),
                            word.speaker()));
        }
        return heard;
    }

    /**
     * The words that people read at first: one for each of the machine's, more where that has white
     * space in it, none where nothing of it can be seen. Where two people speak at once the earlier
     * word ends when the later one starts.
     */
    static List<TurnBuilder.Spoken> words(List<MachineWord> heard) {
        List<TurnBuilder.Spoken> words = new ArrayList<>(heard.size());
        for (int i = 0; i < heard.size(); i++) {
            MachineWord machine = heard.get(i);
            long end =
                    i + 1 < heard.size()
                            ? Math.min(machine.endMillis(), heard.get(i + 1).startMillis())
                            : machine.endMillis();
            List<String> texts = WordText.words(machine.text());
            long[] boundaries = Shares.of(machine.startMillis(), end, texts);
            for (int k = 0; k < texts.size(); k++) {
                Word word =
                        new Word(
                                words.size() + 1,
                                texts.get(k),
                                boundaries[k],
                                boundaries[k + 1],
                                machine.confidence(),
                                machine.id());
                words.add(new TurnBuilder.Spoken(word, machine.speaker()));
            }
        }
        return words;
    }

    /** All that were told apart, each under its first name. */
    static List<Speaker> speakers(List<MachineWord> heard) {
        return heard.stream()
                .map(MachineWord::speaker)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(number -> new Speaker(number, "Speaker " + number))
                .toList();
    }

    static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }
}
