package org.colloquy.speech;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Progress;
import org.colloquy.media.Media;

/** Real sound decoded and transcribed for tests, by the real workers. */
final class Decoded {
    static final ModelFolders CARRIED = new ModelFolders(List.of(Path.of("models")));

    private Decoded() {}

    static Path wav(Path original, Path folder) {
        Path wav = folder.resolve(original.getFileName() + ".wav");
        new Media(Media.Limits.DEFAULT)
                .decode(
                        original,
                        original.getFileName().toString(),
                        wav,
                        Progress.NONE,
                        Cancellation.NEVER);
        return wav;
    }

    /** The sample discussion that the program carries. */
    static Path sample(Path folder) throws IOException {
        Path original = folder.resolve("discussion.opus");
        try (InputStream sound = resource("discussion.opus")) {
            Files.copy(sound, original, StandardCopyOption.REPLACE_EXISTING);
        }
        return wav(original, folder);
    }

    static InputStream resource(String name) {
        return Objects.requireNonNull(
                Decoded.class.getResourceAsStream("/org/colloquy/sample/" + name));
    }

    static SpeechResult heard(Path wav, ModelFolders models, SpeechRequest request) {
        return new Transcriber(models).transcribe(wav, request, Progress.NONE, Cancellation.NEVER);
    }

    static String text(SpeechResult result) {
        return result.words().stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
