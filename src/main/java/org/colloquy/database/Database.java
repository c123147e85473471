package org.colloquy.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.sql.DataSource;
import org.colloquy.common.Problem;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The database of one data folder, {@code colloquy.db}: SQLite in write-ahead mode, every commit
 * forced to disk, one writer at a time and the others waiting for it.
 *
 * <p>Rooms take {@link #jdbi()} and own their tables; {@code inTransaction} takes the write lock at
 * once, so that a transaction which reads first cannot fail half way.
 */
public final class Database {
    private static final String FILE_NAME = "colloquy.db";
    private static final int BUSY_MILLIS = 20_000;

    private final DataSource dataSource;
    private final Jdbi jdbi;

    private Database(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbi = Jdbi.create(dataSource);
    }

    /**
     * Opens the folder's database, making folder and tables where they are missing.
     *
     * @throws Problem.Unavailable where the folder or the file cannot be written or read
     */
    public static Database open(Path dataFolder) {
        try {
            Files.createDirectories(dataFolder);
        } catch (IOException unwritable) {
            throw new Problem.Unavailable(
                    "The data folder {dataFolder} cannot be made or written to. Give "
                            + "another with --data, or change its permissions.",
                    Map.of("dataFolder", dataFolder),
                    unwritable);
        }
        if (!Files.isWritable(dataFolder)) {
            throw new Problem.Unavailable(
                    "The data folder {dataFolder} cannot be written to. Give another "
                            + "with --data, or change its permissions.",
                    Map.of("dataFolder", dataFolder));
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        SQLiteDataSource dataSource = new SQLiteDataSource(config);
        Path file = dataFolder.resolve(FILE_NAME);
        dataSource.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .locations("classpath:org/colloquy/database/migrations")
                    .load()
                    .migrate();
        } catch (FlywayException failed) {
            throw new Problem.Unavailable(
                    "The database {file} cannot be opened: it is damaged, locked, or "
                            + "from a newer Colloquy.",
                    Map.of("file", file),
                    failed);
        }
        return new Database(dataSource);
    }

    /** Whether that folder holds a database of Colloquy. */
    public static boolean isIn(Path dataFolder) {
        return Files.isRegularFile(dataFolder.resolve(FILE_NAME));
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** For db-scheduler, which takes no Jdbi. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Now, to the millisecond: what the database keeps of an instant. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
