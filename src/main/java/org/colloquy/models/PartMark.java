package org.colloquy.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The server's mark of the version that a half fetched file belongs to, kept beside it. */
final class PartMark {
    private PartMark() {}

    private static Path file(Path part) {
        return part.resolveSibling(part.getFileName() + ".mark");
    }

    static Optional<String> find(Path part) {
        try {
            Path file = file(part);
            return Files.exists(file)
                    ? Optional.of(Files.readString(file).strip()).filter(mark -> !mark.isEmpty())
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a strong ETag, else the date; a weak ETag may not be used to go on (RFC 9110, 13.1.5).
     */
    static void keep(Path part, HttpResponse<InputStream> response) throws IOException {
        Optional<String> mark =
                response.headers()
                        .firstValue("ETag")
                        .filter(tag -> tag.startsWith("\""))
                        .or(() -> response.headers().firstValue("Last-Modified"))
                        .map(value -> value.replaceAll("\\p{Cntrl}", ""));
        if (mark.isPresent()) {
            Files.writeString(file(part), mark.get());
        } else {
            Files.deleteIfExists(file(part));
        }
    }

    /** Forgets the mark, so that the fetch starts again. */
    static void delete(Path part) {
        try {
            Files.deleteIfExists(file(part));
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }
}
