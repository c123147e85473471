package org.colloquy.durability;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.common.Hashes;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Holds a data folder against what was promised, with no code of the program: rows by SQL, bytes by
 * reading. Only what is wrong is said.
 */
final class FolderCheck {
    private record Row(long offset, long length, String sha256) {}

    private record Stored(String state, long length, @Nullable String sha256) {}

    private final Path data;
    private final Ledger ledger;
    private final List<String> wrong = new ArrayList<>();
    private long pieces;
    private long bytes;

    FolderCheck(Path data, Ledger ledger) {
        this.data = data;
        this.ledger = ledger;
    }

    /** One sentence for each promise that is broken among these recordings. */
    List<String> of(Collection<String> recordings) throws IOException {
        try (Handle handle = open()) {
            for (String id : recordings) {
                check(handle, id);
            }
        }
        return List.copyOf(wrong);
    }

    /** As {@link #of}, of all that anything was promised of, and of the database as a whole. */
    List<String> ofAll() throws IOException {
        try (Handle handle = open()) {
            String sound = handle.createQuery("PRAGMA integrity_check").mapTo(String.class).first();
            if (!sound.equals("ok")) {
                wrong.add("The database is damaged: " + sound);
            }
            if (!handle.createQuery("PRAGMA foreign_key_check").mapToMap().list().isEmpty()) {
                wrong.add("A row of the database belongs to one that is not there");
            }
        }
        return of(ledger.recordings());
    }

    /** Pieces whose bytes were read and hashed. */
    long pieces() {
        return pieces;
    }

    long bytes() {
        return bytes;
    }

    private Handle open() {
        return Jdbi.open("jdbc:sqlite:" + data.resolve("colloquy.db"));
    }

    private void check(Handle handle, String id) throws IOException {
        Optional<Stored> stored = stored(handle, id);
        Path original = data.resolve("recordings").resolve(id).resolve("original");
        if (stored.isEmpty() || !Files.isRegularFile(original)) {
            wrong.add("Recording " + id + " was begun and is not there");
            return;
        }
        Map<Integer, Row> rows = rows(handle, id);
        checkBytes(id, original, rows, stored.get());
        for (Promise promise : ledger.of(id)) {
            switch (promise.kind()) {
                case BEGUN -> {}
                case PIECE -> checkPiece(promise, rows.get(promise.number()));
                case CLOSED -> checkClosed(promise, stored.get(), original);
                case READY -> checkReady(promise, stored.get());
            }
        }
    }

    /** Every row, promised or not: its bytes lie where it says, behind those of the row before. */
    private void checkBytes(String id, Path original, Map<Integer, Row> rows, Stored stored)
            throws IOException {
        long end = 0;
        try (RandomAccessFile file = new RandomAccessFile(original.toFile(), "r")) {
            for (int number = 0; number < rows.size(); number++) {
                Row row = rows.get(number);
                if (row == null || row.offset() != end) {
                    wrong.add("Recording " + id + " has a gap before piece " + number);
                    return;
                }
                end += row.length();
                if (file.length() < end) {
                    wrong.add("Recording " + id + " ends within piece " + number);
                    return;
                }
                byte[] bytesOfRow = new byte[(int) row.length()];
                file.seek(row.offset());
                file.readFully(bytesOfRow);
                if (!Hashes.sha256(bytesOfRow).equals(row.sha256())) {
                    wrong.add("Recording " + id + ": piece " + number + " has other bytes");
                }
                pieces++;
                bytes += bytesOfRow.length;
            }
        }
        if (stored.length() != end) {
            wrong.add("Recording " + id + " says " + stored.length() + " bytes and has " + end);
        }
    }

    private void checkPiece(Promise promise, @Nullable Row row) {
        if (row == null) {
            wrong.add(
                    "Recording %s: piece %d was acknowledged and is not there"
                            .formatted(promise.recordingId(), promise.number()));
        } else if (row.length() != promise.lengthBytes()
                || !row.sha256().equals(promise.sha256())) {
            wrong.add(
                    "Recording %s: piece %d is not what was acknowledged"
                            .formatted(promise.recordingId(), promise.number()));
        }
    }

    private void checkClosed(Promise promise, Stored stored, Path original) throws IOException {
        if (stored.state().equals("receiving")
                || !String.valueOf(stored.sha256()).equals(promise.sha256())) {
            wrong.add("Recording " + promise.recordingId() + " was closed and is not any more");
        } else if (Files.size(original) != promise.lengthBytes()
                || !Hashes.sha256(original).equals(promise.sha256())) {
            wrong.add("Recording " + promise.recordingId() + " was closed with other bytes");
        }
    }

    private void checkReady(Promise promise, Stored stored) throws IOException {
        Path audio = data.resolve("recordings").resolve(promise.recordingId()).resolve("audio.wav");
        boolean there = Files.isRegularFile(audio) && Hashes.sha256(audio).equals(promise.sha256());
        if (stored.state().equals("ready") && !there) {
            wrong.add(
                    "Recording "
                            + promise.recordingId()
                            + " is said to be ready and its listening copy is damaged");
        } else if (!stored.state().equals("ready")) {
            wrong.add("Recording " + promise.recordingId() + " was ready and is not any more");
        }
    }

    private static Optional<Stored> stored(Handle handle, String id) {
        return handle.createQuery(
                        "SELECT state, length_bytes, sha256 FROM recording WHERE id = :id")
                .bind("id", id)
                .map(
                        (row, context) ->
                                new Stored(row.getString(1), row.getLong(2), row.getString(3)))
                .findOne();
    }

    private static Map<Integer, Row> rows(Handle handle, String id) {
        Map<Integer, Row> rows = new HashMap<>();
        handle.createQuery(
                        """
                        SELECT number, offset_bytes, length_bytes, sha256 FROM chunk
                        WHERE recording_id = :id
                        """)
                .bind("id", id)
                .map(
                        (row, context) ->
                                Map.entry(
                                        row.getInt(1),
                                        new Row(row.getLong(2), row.getLong(3), row.getString(4))))
                .forEach(entry -> rows.put(entry.getKey(), entry.getValue()));
        return rows;
    }
}
