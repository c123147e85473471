package org.colloquy.speech.vosk;

import java.nio.file.Path;
import org.colloquy.speech.activity.LiveActivity;
import org.colloquy.speech.live.LiveEar;
import org.colloquy.speech.live.LiveEngine;

/** Vosk for captions: its partial results are the words that may still change. */
public final class LiveVosk implements LiveEngine {
    private final NativeVosk vosk;
    private final String language;

    /**
     * @param folder of an unpacked model
     * @throws org.colloquy.common.Problem.MissingModel where Vosk cannot read it
     */
    public LiveVosk(Path folder, String language) {
        vosk = NimbleModel.open(folder);
        this.language = language;
    }

    @Override
    public LiveEar listen(LiveActivity activity) {
        return new VoskEar(vosk.listen(), activity, language);
    }

    @Override
    public void close() {
        vosk.close();
    }
}
