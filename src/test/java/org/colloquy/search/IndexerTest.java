package org.colloquy.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.colloquy.assessment.Access;
import org.colloquy.common.Problem;
import org.colloquy.database.FolderLock;
import org.colloquy.transcript.Speech;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexerTest {
    @TempDir Path data;
    private World world;

    @BeforeEach
    void open() {
        world = new World(data);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private int count(String text) {
        return world.indexed().find(world.eqa(), text).total();
    }

    @Test
    void whatChangesIsFoundAsItIsNow() {
        world.started();
        assertEquals(0, count("budget"));
        String recording = world.said(world.annasEnrolment, "the budget");
        assertEquals(1, count("budget"));
        String transcript = world.transcripts.get(recording).id();
        world.corrections.correct(world.anna, transcript, 1, "the gadget", 1);
        assertEquals(0, count("\"budget\""));
        assertEquals(1, count("gadget"));
        world.speakers.name(world.anna, transcript, 1, "Lena");
        assertEquals(
                "Lena", world.indexed().find(world.eqa(), "gadget").hits().getFirst().speaker());
        world.sql("UPDATE recording SET set_aside = TRUE");
        world.indexer.recordingChanged(recording);
        assertEquals(0, count("\"gadget\""));
    }

    @Test
    void onlyTheNewestTranscriptOfARecordingIsFound() {
        world.started();
        String recording = world.said(world.annasEnrolment, "the budget");
        Speech.replace(world.hearings, recording, Speech.of("the gadget"));
        assertEquals(0, count("\"budget\""));
        assertEquals(1, count("gadget"));
    }

    @Test
    void withdrawnTagsAreNotFound() {
        world.started();
        String recording = world.said(world.annasEnrolment, "I wrote it");
        String criterion = world.rows.criterion(world.unit, "2.1");
        String tag =
                world.rows.tag(
                        world.transcripts.get(recording).id(), criterion, world.anna, "review");
        world.indexer.recordingChanged(recording);
        assertEquals(1, count("because"));
        world.sql("UPDATE tag SET state = 'withdrawn' WHERE id = ?", tag);
        world.indexer.recordingChanged(recording);
        assertEquals(0, count("because"));
    }

    @Test
    void aStartBringsInWhatWasMissed() {
        world.said(world.annasEnrolment, "the budget");
        world.started();
        world.close();
        String gone = world.rows.session(world.bensEnrolment, world.ben);
        world.sql("UPDATE session SET place = 'Aberdeen'");
        restart();
        assertEquals(2, count("aberdeen"));
        world.close();
        world.sql("DELETE FROM session WHERE id = ?", gone);
        restart();
        assertEquals(1, count("aberdeen"));
    }

    private void restart() {
        world.close();
        world.open().started();
    }

    @Test
    void comparingFindsWhatNobodyTold() {
        world.started();
        world.sql("UPDATE unit SET title = 'Forge iron' WHERE id = ?", world.otherUnit);
        world.indexer.anythingChanged();
        assertTrue(count("forge") > 0);
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws IOException {
        world.said(world.annasEnrolment, "the budget");
        world.started();
        world.close();
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (!name.startsWith("write") && !name.startsWith("segments")) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
        restart();
        assertEquals(1, count("budget"));
    }

    @Test
    void anIndexWithHalfOfItsFilesGoneIsMadeAnew() throws IOException {
        world.said(world.annasEnrolment, "the budget");
        world.started();
        world.close();
        for (Path file : files()) {
            if (!file.getFileName().toString().startsWith("segments")) {
                Files.delete(file);
            }
        }
        restart();
        assertEquals(1, count("budget"));
    }

    @Test
    void anEmptySegmentsFileIsMadeAnew() throws IOException {
        world.said(world.annasEnrolment, "the budget");
        world.started();
        world.close();
        for (Path file : files()) {
            if (file.getFileName().toString().startsWith("segments")) {
                Files.write(file, new byte[0]);
            }
        }
        restart();
        assertEquals(1, count("budget"));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("index"))) {
            return files.toList();
        }
    }

    @Test
    void aCommandFindsWithoutAServerAndBringsTheIndexUpToDate() {
        world.said(world.annasEnrolment, "the budget");
        assertEquals(1, world.find(world.eqa(), "budget").total());
        world.close();
        world.open();
        world.said(world.annasEnrolment, "more budget");
        assertEquals(2, world.find(world.eqa(), "budget").total());
    }

    @Test
    void aCommandReadsBesideARunningServer() {
        try (FolderLock serving = FolderLock.take(data)) {
            Problem none =
                    assertThrows(
                            Problem.Unavailable.class, () -> world.find(world.eqa(), "budget"));
            assertTrue(none.getMessage().contains("not made yet"), none.getMessage());
            world.said(world.annasEnrolment, "the budget");
            world.started();
            try (Indexer command = new Indexer(world.database, data)) {
                Searches searches =
                        new Searches(
                                world.database, new Access(world.database), command, world.clock);
                assertEquals(1, searches.search(world.eqa(), SearchQuery.of("budget")).total());
                assertThrows(Problem.Unavailable.class, command::rebuild);
            }
        }
    }

    @Test
    void rebuildingMakesAllOfIt() {
        world.said(world.annasEnrolment, "the budget");
        assertEquals(3, world.indexer.rebuild());
        assertEquals(1, world.find(world.eqa(), "budget").total());
    }

    @Test
    void searchesGoOnWhileMuchIsIndexed() throws Exception {
        world.started();
        try (ExecutorService people = Executors.newFixedThreadPool(3)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                all.add(
                        people.submit(
                                () -> {
                                    for (int j = 0; j < 50; j++) {
                                        SearchResult result = world.find(world.eqa(), "budget");
                                        assertEquals(
                                                Math.min(result.total(), SearchQuery.PAGE_SIZE),
                                                result.hits().size());
                                    }
                                }));
            }
            for (int i = 0; i < 8; i++) {
                world.said(world.annasEnrolment, "the budget");
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertEquals(8, count("budget"));
    }
}
