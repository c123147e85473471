package org.colloquy.models;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.colloquy.common.Text;

/**
 * The models that can be fetched, and from where.
 *
 * @param source the address that holds "NAME.zip" for each of them, without a slash at its end
 */
public record Catalogue(URI source, List<CatalogueEntry> entries) {
    private static final long MEGABYTE = 1_000_000;
    private static final String LICENCE = "Apache-2.0";

    public Catalogue {
        entries = List.copyOf(entries);
    }

    /**
     * Vosk's own models as https://alphacephei.com/vosk/models lists them, with the sizes given
     * there. That page gives no SHA-256: the hash of what was fetched is recorded beside the model.
     */
    public static Catalogue standard(URI source) {
        return new Catalogue(
                source,
                List.of(
                        entry(
                                "small-en-us-0.15",
                                "en",
                                40,
                                Text.of("English, small: quick, little memory.")),
                        entry(
                                "en-us-0.22-lgraph",
                                "en",
                                128,
                                Text.of("English, middle: a good balance.")),
                        entry(
                                "en-us-0.22",
                                "en",
                                1800,
                                Text.of("English, large: accurate; needs 6 GB of memory.")),
                        entry("small-cn-0.22", "zh", 42, Text.of("Chinese, small.")),
                        entry("small-fr-0.22", "fr", 41, Text.of("French, small.")),
                        entry("small-de-0.15", "de", 45, Text.of("German, small.")),
                        entry("small-it-0.22", "it", 48, Text.of("Italian, small.")),
                        entry("small-ko-0.22", "ko", 82, Text.of("Korean, small.")),
                        entry("small-es-0.42", "es", 39, Text.of("Spanish, small."))));
    }

    private static CatalogueEntry entry(String name, String language, long megabytes, Text note) {
        return new CatalogueEntry(
                "vosk-model-" + name, List.of(language), megabytes * MEGABYTE, LICENCE, note, null);
    }

    public Optional<CatalogueEntry> find(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    public URI address(CatalogueEntry entry) {
        return URI.create(source + "/" + entry.name() + ".zip");
    }
}
