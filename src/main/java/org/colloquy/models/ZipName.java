package org.colloquy.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipFile;
import org.colloquy.common.Problem;

/** The name of the model in a zip that was given by hand. */
final class ZipName {
    private ZipName() {}

    /**
     * @throws Problem.BadInput where the file is no zip, or neither its folder nor the file itself
     *     has the name of a model
     */
    static String of(Path zip, String fileName) {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            return file.stream()
                    .map(entry -> entry.getName().split("/", 2)[0])
                    .filter(ModelName::isValid)
                    .findFirst()
                    .orElseGet(() -> ModelName.check(withoutEnding(fileName)));
        } catch (IOException noZip) {
            throw new Problem.BadInput(
                    "{fileName} is not a whole ZIP archive. Give the zip of a model as "
                            + "it comes from https://alphacephei.com/vosk/models, or its folder.",
                    Map.of("fileName", fileName),
                    noZip);
        }
    }

    private static String withoutEnding(String fileName) {
        return fileName.endsWith(".zip")
                ? fileName.substring(0, fileName.length() - ".zip".length())
                : fileName;
    }
}
