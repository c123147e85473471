package org.colloquy.speech.speakers;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleConsumer;
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

    public SpeakerFinder(Sound sound, Activity activity, @Nullable Path voices) {
        this.sound = sound;
        this.activity = activity;
        this.voices = voices;
    }

    public List<Word> assign(List<Word> words, Speakers speakers, DoubleConsumer progress) {
        return words;
    }
}
