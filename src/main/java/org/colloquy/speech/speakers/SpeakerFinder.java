package org.colloquy.speech.speakers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import org.colloquy.common.Problem;
import org.colloquy.speech.Speakers;
import org.colloquy.speech.Word;
import org.colloquy.speech.activity.Activity;
import org.colloquy.speech.sound.Sound;
import org.jspecify.annotations.Nullable;

/** Gives words their speakers. */
public final class SpeakerFinder {
    private final Sound sound;
    private final Activity activity;
    private final @Nullable Path voices;
    private final int threads;

    /**
     * @param voices the model that tells voices apart; null where speakers are not found by voice
     */
    public SpeakerFinder(Sound sound, Activity activity, @Nullable Path voices, int threads) {
        this.sound = sound;
        this.activity = activity;
        this.voices = voices;
        this.threads = threads;
    }

    /**
     * Looks whether speakers can be told apart that way, before anything is heard.
     *
     * @throws Problem.BadInput where they are wanted by channel and there is only one
     */
    public static void check(Sound sound, Speakers speakers) {
        if (speakers instanceof Speakers.Channels && sound.channels() != 2) {
            throw new Problem.BadInput(
                    "This recording has one channel, or two that are alike, so speakers cannot be"
                            + " told apart by channel: use speakers auto, or a number.");
        }
    }

    /**
     * The same words with speakers 1, 2, ... in order of first appearance; by channel, in the order
     * of the channels, so that a channel's name is its speaker's.
     *
     * @param progress told the fraction done
     * @throws org.colloquy.common.Problem.BadInput where speakers are wanted by channel and there
     *     is only one
     */
    public List<Word> assign(List<Word> words, Speakers speakers, DoubleConsumer progress) {
        check(sound, speakers);
        return switch (speakers) {
            case Speakers.None() -> words;
            case Speakers.Channels() ->
                    byChannel(words, new ChannelSpeakers(sound).of(words, progress));
            case Speakers.Auto() -> byVoice(words, 0, progress);
            case Speakers.Exactly(int count) -> byVoice(words, count, progress);
        };
    }

    private static List<Word> byChannel(List<Word> words, List<Integer> channels) {
        List<Word> numbered = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            numbered.add(words.get(i).withSpeaker(channels.get(i) + 1));
        }
        return numbered;
    }

    private List<Word> byVoice(List<Word> words, int people, DoubleConsumer progress) {
        if (words.isEmpty()) {
            return words;
        }
        List<VoiceMoment> track =
                people == 1 || voices == null ? List.of() : track(voices, progress);
        if (track.isEmpty()) {
            return numbered(words, words.stream().map(word -> 0).toList());
        }
        int[] turns = Turns.of(track, VoiceGroups.means(track, people));
        return numbered(words, WordSpeakers.of(words, track, turns));
    }

    private List<VoiceMoment> track(Path model, DoubleConsumer progress) {
        try (VoiceEncoder encoder = new VoiceEncoder(model, threads)) {
            return VoiceTrack.of(sound, Phrases.of(activity), encoder, progress);
        }
    }

    private static List<Word> numbered(List<Word> words, List<Integer> speakers) {
        Map<Integer, Integer> numbers = new HashMap<>();
        List<Word> numbered = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int number = numbers.computeIfAbsent(speakers.get(i), first -> numbers.size() + 1);
            numbered.add(words.get(i).withSpeaker(number));
        }
        return numbered;
    }
}
