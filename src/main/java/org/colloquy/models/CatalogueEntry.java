package org.colloquy.models;

import java.util.List;
import org.colloquy.common.Text;
import org.jspecify.annotations.Nullable;

/**
 * A model that can be fetched.
 *
 * @param name also the name of its folder and, with ".zip", of its file
 * @param languages ISO 639-1
 * @param sizeBytes of the zip, about
 * @param note what it is good for, for the person
 * @param sha256 of the zip where it is known: then what is fetched must match; lower-case hex
 */
public record CatalogueEntry(
        String name,
        List<String> languages,
        long sizeBytes,
        String licence,
        Text note,
        @Nullable String sha256) {
    public CatalogueEntry {
        languages = List.copyOf(languages);
        ModelName.check(name);
        if (sizeBytes <= 0 || (sha256 != null && !sha256.matches("[0-9a-f]{64}"))) {
            throw new IllegalArgumentException("Model " + name + " has size " + sizeBytes);
        }
    }
}
