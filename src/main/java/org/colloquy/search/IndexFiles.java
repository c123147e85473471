package org.colloquy.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.colloquy.common.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the index, open for writing. One process at a time has them so. */
final class IndexFiles implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFiles.class);

    /** One more whenever documents or analysis change: an index of another format is made anew. */
    private static final String FORMAT = "2";

    private static final String FORMAT_KEY = "format";

    private final Directory directory;
    private final IndexWriter writer;
    private final IndexView view;

    private IndexFiles(Directory directory, OpenMode mode) throws IOException {
        this.directory = directory;
        IndexWriterConfig config = new IndexWriterConfig(WordAnalyzer.withStems());
        config.setOpenMode(mode);
        writer = new IndexWriter(directory, config);
        try {
            writer.setLiveCommitData(Map.of(FORMAT_KEY, FORMAT).entrySet());
            view = IndexView.of(writer);
        } catch (IOException | RuntimeException failed) {
            writer.rollback();
            throw failed;
        }
    }

    /**
     * Opens the folder's index; one that is damaged or of another format is thrown away, for all of
     * it can be made from the database.
     *
     * @throws Problem.Unavailable where another process has it or the folder cannot be written
     */
    static IndexFiles open(Path folder) {
        try {
            Directory directory = FSDirectory.open(folder);
            try {
                return openOrEmpty(directory, folder);
            } catch (IOException | RuntimeException failed) {
                directory.close();
                throw failed;
            }
        } catch (LockObtainFailedException taken) {
            throw new Problem.Unavailable(
                    "Another Colloquy writes the search index in {folder}. Stop that "
                            + "one first.",
                    Map.of("folder", folder),
                    taken);
        } catch (IOException unwritable) {
            throw new Problem.Unavailable(
                    "The search index in {folder} cannot be written.",
                    Map.of("folder", folder),
                    unwritable);
        }
    }

    private static IndexFiles openOrEmpty(Directory directory, Path folder) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return new IndexFiles(directory, OpenMode.CREATE);
        }
        try {
            refuseOtherFormats(directory);
            IndexFiles files = new IndexFiles(directory, OpenMode.APPEND);
            try {
                files.view.checkIntegrity();
                return files;
            } catch (IOException | RuntimeException damaged) {
                files.view.close();
                files.writer.rollback();
                throw damaged;
            }
        } catch (LockObtainFailedException taken) {
            throw taken;
        } catch (IOException | IllegalArgumentException | IllegalStateException damaged) {
            LOG.warn("The search index in {} is made anew: {}", folder, damaged.getMessage());
            for (String file : directory.listAll()) {
                if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
                    directory.deleteFile(file);
                }
            }
            return new IndexFiles(directory, OpenMode.CREATE);
        }
    }

    static void refuseOtherFormats(Directory directory) throws IOException {
        SegmentInfos infos = SegmentInfos.readLatestCommit(directory);
        String format = infos.getUserData().get(FORMAT_KEY);
        if (!FORMAT.equals(format)) {
            throw new CorruptIndexException(
                    "The index has format " + format + ", not " + FORMAT, directory.toString());
        }
    }

    IndexView view() {
        return view;
    }

    /** False after a failure that Lucene cannot go on from, such as a full disk. */
    boolean isUsable() {
        return writer.isOpen();
    }

    /** In place of everything that was there of the same owner. */
    void put(Source source) throws IOException {
        writer.updateDocuments(new Term(Fields.OWNER, source.owner().key()), Documents.of(source));
    }

    void remove(Owner owner) throws IOException {
        writer.deleteDocuments(new Term(Fields.OWNER, owner.key()));
    }

    void removeAll() throws IOException {
        writer.deleteAll();
    }

    /** Forces all changes to disk and shows them to searches. */
    void commit() throws IOException {
        writer.setLiveCommitData(Map.of(FORMAT_KEY, FORMAT).entrySet());
        writer.commit();
        view.refresh();
    }

    /** Commits, where it still can. */
    @Override
    public void close() {
        try {
            view.close();
            writer.close();
            directory.close();
        } catch (IOException failed) {
            throw new Problem.Unavailable("The search index cannot be closed.", failed);
        }
    }
}
