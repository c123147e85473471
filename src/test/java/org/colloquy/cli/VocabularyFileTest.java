package org.colloquy.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.colloquy.common.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyFileTest {
    @TempDir Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("terms.txt"), bytes);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("terms.txt"), text);
    }

    private static void refused(Path file, String why) {
        Problem refused = assertThrows(Problem.BadInput.class, () -> VocabularyFile.read(file));
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    @Test
    void isOneTermALine() throws IOException {
        assertEquals(
                List.of("Małgorzata", "Waterlow score", "COSHH"),
                VocabularyFile.read(
                        file("\uFEFFMałgorzata\r\n\n Waterlow\t score \u0000\nCOSHH\ncoshh\n")));
        assertEquals(List.of(), VocabularyFile.read(file("\n \n")));
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        refused(folder.resolve("missing.txt"), "cannot be read");
        refused(folder, "is a folder");
        refused(file(new byte[] {'a', (byte) 0xFF, (byte) 0xFE}), "UTF-8");
        refused(file(new byte[1_000_001]), "too large");
        refused(file("ok\n" + "x".repeat(61)), "Line 2");
        refused(file("ok\n\n--"), "Line 3");
        refused(
                file(
                        IntStream.rangeClosed(1, 601)
                                .mapToObj(i -> "term" + i)
                                .collect(Collectors.joining("\n"))),
                "601");
    }
}
