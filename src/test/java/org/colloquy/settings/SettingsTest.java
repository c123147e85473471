package org.colloquy.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.colloquy.common.Problem;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Path HERE = Path.of("").toAbsolutePath();

    @Test
    void hasDefaults() {
        Settings settings = Settings.read(Map.of(), Map.of(), Map.of());
        assertEquals(HERE.resolve("data"), settings.data());
        assertEquals(8080, settings.port());
        assertEquals("localhost", settings.host());
        assertEquals(
                List.of(HERE.resolve("models"), HERE.resolve("data/models")),
                settings.modelFolders());
        assertEquals(HERE.resolve("data/models"), settings.installFolder());
    }

    @Test
    void theWatchFolderIsNoneOrOneBesideTheData() {
        assertNull(Settings.read(Map.of(), Map.of(), Map.of()).watch());
        assertEquals(
                HERE.resolve("in"),
                Settings.read(Map.of(), Map.of(), Map.of("COLLOQUY_WATCH", "in")).watch());
        for (String wrong : List.of("data", ".")) {
            assertThrows(
                    Problem.BadInput.class,
                    () -> Settings.read(Map.of("watch", wrong), Map.of(), Map.of()));
        }
    }

    @Test
    void theCommandLineWinsOverPropertiesOverTheEnvironment() {
        Map<String, String> environment =
                Map.of("COLLOQUY_PORT", "1", "COLLOQUY_DATA", "e", "COLLOQUY_HOST", "h");
        Map<String, String> properties = Map.of("colloquy.port", "2", "colloquy.data", "");
        Settings settings = Settings.read(Map.of("port", "3"), properties, environment);
        assertEquals(3, settings.port());
        assertEquals(HERE.resolve("e"), settings.data());
        assertEquals("h", settings.host());
        assertEquals(2, Settings.read(Map.of(), properties, environment).port());
    }

    @Test
    void aModelsFolderStandsAlone() {
        Settings settings = Settings.read(Map.of("models", "/m"), Map.of(), Map.of());
        assertEquals(List.of(Path.of("/m")), settings.modelFolders());
        assertEquals(Path.of("/m"), settings.installFolder());
    }

    @Test
    void refusesAPortThatIsNone() {
        for (String port : List.of("x", "-1", "65536", "8080.5")) {
            Problem.BadInput problem =
                    assertThrows(
                            Problem.BadInput.class,
                            () -> Settings.read(Map.of("port", port), Map.of(), Map.of()));
            assertTrue(problem.getMessage().contains(port), problem.getMessage());
        }
    }

    @Test
    void everyOptionSaysWhatItIs() {
        for (Option option : Option.values()) {
            assertTrue(option.description().length() > 10, option.name());
        }
    }
}
