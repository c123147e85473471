package org.colloquy.speech.captions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.colloquy.speech.Gap;
import org.colloquy.speech.Word;
import org.junit.jupiter.api.Test;

class CaptionsTest {
    private static List<Word> words(double start, Integer speaker, String text) {
        List<Word> words = new ArrayList<>();
        double at = start;
        for (String word : text.split(" ")) {
            words.add(new Word(word, at, at + 0.3, 0.9, speaker));
            at += 0.35;
        }
        return words;
    }

    @Test
    void captionsAreShortAndNeverGoBackwards() {
        Random random = new Random(3);
        List<Word> words = new ArrayList<>();
        double at = 0;
        for (int i = 0; i < 2000; i++) {
            String text = "abcdefghijklmnop".substring(0, 1 + random.nextInt(15));
            String end = random.nextInt(9) == 0 ? "." : random.nextInt(6) == 0 ? "," : "";
            double length = random.nextDouble() * 0.6;
            words.add(new Word(text + end, at, at + length, 0.5, 1 + i / 300));
            at += length + (random.nextInt(12) == 0 ? random.nextDouble() * 3 : 0);
        }
        double before = 0;
        for (Cue cue : Cues.of(words, List.of())) {
            assertTrue(cue.startSeconds() >= before, "starts at " + cue.startSeconds());
            assertTrue(cue.endSeconds() >= cue.startSeconds());
            assertTrue(cue.lines().size() <= 2);
            cue.lines().forEach(line -> assertTrue(line.length() <= Cues.LINE, line));
            before = cue.endSeconds();
        }
    }

    @Test
    void everyWordIsInOneCaption() {
        List<Word> words =
                words(0, null, "so this is a long sentence without any end ".repeat(10).strip());
        int count =
                Cues.of(words, List.of()).stream()
                        .mapToInt(cue -> String.join(" ", cue.lines()).split(" ").length)
                        .sum();
        assertEquals(words.size(), count);
    }

    @Test
    void aNewSpeakerIsANewCaption() {
        List<Word> words = new ArrayList<>(words(0, 1, "Good morning, Steve."));
        words.addAll(words(1.2, 2, "Good morning."));
        assertEquals(
                """
                WEBVTT

                00:00:00.000 --> 00:00:01.000
                <v Speaker 1>Good morning, Steve.

                00:00:01.200 --> 00:00:02.200
                <v Speaker 2>Good morning.
                """,
                Captions.webVtt(words, List.of()));
        assertEquals(
                """
                1
                00:00:00,000 --> 00:00:01,000
                Speaker 1: Good morning, Steve.

                2
                00:00:01,200 --> 00:00:02,200
                Speaker 2: Good morning.

                """,
                Captions.subRip(words, List.of()));
        assertEquals(
                """
                [00:00:00] Speaker 1
                Good morning, Steve.

                [00:00:01] Speaker 2
                Good morning.
                """,
                Captions.plainText(words, List.of()));
    }

    @Test
    void aGapIsSaidAtItsPlace() {
        List<Word> words = new ArrayList<>(words(0, 1, "Before it."));
        words.addAll(words(20, 1, "After it."));
        List<Gap> gaps = List.of(new Gap(5, 15), new Gap(30, 40));
        assertEquals(
                """
                [00:00:00] Speaker 1
                Before it.

                [00:00:05] could not be transcribed, until [00:00:15]

                [00:00:20] Speaker 1
                After it.

                [00:00:30] could not be transcribed, until [00:00:40]
                """,
                Captions.plainText(words, gaps));
        assertEquals(
                List.of("Before it.", Cues.NOT_TRANSCRIBED, "After it.", Cues.NOT_TRANSCRIBED),
                Cues.of(words, gaps).stream().map(cue -> cue.lines().getFirst()).toList());
        assertTrue(
                Captions.webVtt(List.of(), gaps)
                        .contains("00:00:05.000 --> 00:00:15.000\n[could not be transcribed]"));
    }

    @Test
    void marksAreEscaped() {
        assertTrue(
                Captions.webVtt(words(0, null, "a<b & c>d"), List.of())
                        .contains("a&lt;b &amp; c&gt;d"));
    }

    @Test
    void silenceIsAnEmptyText() {
        assertEquals("", Captions.plainText(List.of(), List.of()));
        assertEquals("WEBVTT\n", Captions.webVtt(List.of(), List.of()));
    }
}
