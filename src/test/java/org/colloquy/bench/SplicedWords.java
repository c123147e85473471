package org.colloquy.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import org.colloquy.speech.sound.Sound;

/**
 * Makes dialogues of words at known places: two voices speak in turn, word after word, with pauses
 * of 0 to 3 s between words and turns, clean or in noise. Arguments: the folder, the seed, "tuning"
 * or "held-back": which voices and sentences. The words of espeak-ng are said one by one; those of
 * flite are also cut out of whole sentences, at the phones it prints.
 */
public final class SplicedWords {
    private static final int WORDS = 110;

    /** Of a word: -23 dBFS. */
    private static final double LEVEL = 0.07;

    private static final Map<String, List<String>> VOICES =
            Map.of(
                    "tuning",
                    List.of(
                            "flite:slt",
                            "espeak-ng:en-us",
                            "flite:rms",
                            "espeak-ng:en-gb+f3",
                            "espeak-ng:en-gb-scotland+m3",
                            "flite:slt"),
                    "held-back",
                    List.of(
                            "flite:awb",
                            "espeak-ng:en-gb",
                            "flite:kal16",
                            "espeak-ng:en-us+f2",
                            "espeak-ng:en-gb-x-rp+m7",
                            "flite:awb"));

    private final Random random;
    private final List<List<String>> sentences;
    private final Map<String, Clip> said = new HashMap<>();

    private SplicedWords(long seed, List<List<String>> sentences) {
        random = new Random(new SplittableRandom(seed).nextLong());
        this.sentences = sentences;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        String part = arguments[2];
        List<String> voices = VOICES.get(part);
        if (voices == null) {
            throw new IllegalArgumentException(part + " is none of " + VOICES.keySet());
        }
        for (int i = 0; i < Condition.ALL.size(); i++) {
            SplicedWords words = new SplicedWords(seed + i, sentences(part.equals("tuning")));
            words.dialogue(
                    voices.get(i % voices.size()),
                    voices.get((i + 1) % voices.size()),
                    Condition.ALL.get(i),
                    folder,
                    part + "-" + (i + 1));
        }
    }

    /** Every second sentence is held back. */
    private static List<List<String>> sentences(boolean tuning) {
        List<String> all = TEXT.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        List<List<String>> some = new ArrayList<>();
        for (int i = tuning ? 0 : 1; i < all.size(); i += 2) {
            some.add(Arrays.asList(all.get(i).split(" ")));
        }
        return some;
    }

    private void dialogue(
            String first, String second, Condition condition, Path folder, String name)
            throws IOException {
        Voice[] voices = {new Voice(first, rate()), new Voice(second, rate())};
        double[] levels = {LEVEL, LEVEL * Math.pow(10, -random.nextInt(7) / 20.0)};
        Splice splice = new Splice();
        splice.silence(0.3 + random.nextDouble());
        for (int turn = 0; splice.words().size() < WORDS; turn++) {
            List<String> sentence = sentences.get(random.nextInt(sentences.size()));
            say(sentence, voices[turn % 2], levels[turn % 2], splice);
            splice.silence(
                    random.nextInt(4) == 0 ? random.nextDouble(3) : 0.2 + random.nextDouble(0.6));
        }
        splice.silence(0.5);
        List<Clip> background = new ArrayList<>();
        for (String word : sentences.getFirst()) {
            background.add(clip(word, voices[0]).levelled(LEVEL));
            background.add(clip(word, voices[1]).levelled(LEVEL));
        }
        float[] mixed = splice.mixed(condition.noise(), condition.ratio(), background, random);
        splice.write(
                folder,
                name,
                mixed,
                Map.of("voices", first + " " + second, "noise", condition.toString()));
        System.err.printf(
                "%s: %s and %s, %s, %.0f s%n",
                name, voices[0], voices[1], condition, splice.seconds());
    }

    private double rate() {
        return 0.8 + random.nextDouble(0.4);
    }

    private void say(List<String> sentence, Voice voice, double level, Splice splice)
            throws IOException {
        List<Clip> clips = random.nextBoolean() ? fromSentence(sentence, voice) : List.of();
        boolean running = !clips.isEmpty();
        if (!running) {
            clips = new ArrayList<>();
            for (String word : sentence) {
                clips.add(clip(word, voice));
            }
        }
        for (int i = 0; i < clips.size(); i++) {
            if (i > 0) {
                splice.silence(pause(running));
            }
            splice.add(clips.get(i).levelled(level));
        }
    }

    /** Most words follow at once or soon; some after a pause for thought. */
    private double pause(boolean running) {
        double kind = random.nextDouble();
        if (kind < (running ? 0.75 : 0.3)) {
            return 0;
        }
        return kind < 0.85
                ? random.nextDouble(0.15)
                : kind < 0.95 ? random.nextDouble(0.8) : random.nextDouble(3);
    }

    private Clip clip(String word, Voice voice) throws IOException {
        String key = voice + word;
        Clip clip = said.get(key);
        if (clip == null) {
            clip = Clip.trimmed(word, voice.say(word));
            said.put(key, clip);
        }
        return clip;
    }

    /** The words as they are in the sentence; the silence of a closure before one is cut off. */
    private static List<Clip> fromSentence(List<String> sentence, Voice voice) throws IOException {
        List<Clip> clips = new ArrayList<>();
        float[] whole = voice.say(String.join(" ", sentence));
        for (Voice.Cut cut : voice.cuts(sentence)) {
            int from = (int) (cut.startSeconds() * Sound.RATE);
            int to = Math.min(whole.length, (int) (cut.endSeconds() * Sound.RATE));
            clips.add(Clip.trimmed(cut.word(), Arrays.copyOfRange(whole, from, to)));
        }
        return clips;
    }

    private static final String TEXT =
            """
            tell me how you keep the service agreement up to date
            i ask the customer what they need before we agree on anything
            what do you do when a customer is not happy with the answer
            first i listen and then i explain what our company can offer
            can you give me an example from your own work last month
            yes we had a supplier who could not deliver the goods on time
            how did you decide which of the two offers was better for the team
            i compared the price and the quality and asked my manager for advice
            who else was involved in that meeting and what was their role
            my colleague took the notes and i checked them on the next day
            how do you know that the change has improved the quality of your work
            we measure the number of complaints every week and write a short report
            explain why it is important to keep personal information safe
            because people trust us and the law says that we must protect it
            what would you do differently if the same thing happened again
            i would speak with the supplier much earlier and write everything down
            when did you last review the targets that were set for your department
            about three weeks ago when the new budget was agreed with finance
            describe the steps that you follow before you open the workshop
            i check the machines and the floor and put on my safety glasses
            some of the tools are shared so we sign for them in a book
            the fire door must stay clear and nobody may block it with boxes
            how do you help a new member of staff to learn these rules
            they walk with me for two days and ask as many questions as they like
            after that we talk about what went well and what was difficult
            sometimes a young apprentice needs more time and that is fine
            did the customer sign the agreement before or after the visit
            she signed it at the end of the visit in front of a witness
            and where do you keep the signed copy of that document
            it is stored in a locked cabinet and a second copy is on the system
            """;
}
