package org.colloquy.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;

/** The index as searches see it: what was there when it was last refreshed. */
final class IndexView implements AutoCloseable {
    /** One search on one unchanging state of the index. */
    @FunctionalInterface
    interface Reading<T> {
        T read(IndexSearcher searcher) throws IOException;
    }

    private record FacetState(IndexReader reader, SortedSetDocValuesReaderState state) {}

    private final SearcherManager manager;
    private final @Nullable Directory directory;
    private volatile @Nullable FacetState facetState;

    private IndexView(SearcherManager manager, @Nullable Directory directory) {
        this.manager = manager;
        this.directory = directory;
    }

    /** What that writer writes. */
    static IndexView of(IndexWriter writer) throws IOException {
        return new IndexView(new SearcherManager(writer, null), null);
    }

    /**
     * What was last committed in the folder, by this program or another.
     *
     * @throws IOException where there is none or it is not one of this Colloquy
     */
    static IndexView open(Path folder) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            IndexFiles.refuseOtherFormats(directory);
            return new IndexView(new SearcherManager(directory, null), directory);
        } catch (IOException | RuntimeException unreadable) {
            directory.close();
            throw unreadable;
        }
    }

    void refresh() throws IOException {
        manager.maybeRefreshBlocking();
    }

    /**
     * Reads from one state of the index.
     *
     * @throws Problem.Unavailable where its files cannot be read
     */
    <T> T read(Reading<T> reading) {
        try {
            IndexSearcher searcher = manager.acquire();
            try {
                return reading.read(searcher);
            } finally {
                manager.release(searcher);
            }
        } catch (IOException | AlreadyClosedException unreadable) {
            throw new Problem.Unavailable(
                    "The search index cannot be read. Stop Colloquy and make it anew with"
                            + " “search --rebuild”.",
                    unreadable);
        }
    }

    /** Lucene's table of facet values for that state; null while no document is there. */
    @Nullable SortedSetDocValuesReaderState facets(IndexSearcher searcher) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        if (reader.numDocs() == 0) {
            return null;
        }
        FacetState known = facetState;
        if (known == null || known.reader() != reader) {
            known =
                    new FacetState(
                            reader,
                            new DefaultSortedSetDocValuesReaderState(reader, Documents.FACETS));
            facetState = known;
        }
        return known.state();
    }

    /** The stamps of everything in it. */
    Map<Owner, String> stamps() {
        return read(
                searcher -> {
                    Map<Owner, String> stamps = new HashMap<>();
                    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                        BinaryDocValues values = leaf.reader().getBinaryDocValues(Fields.STAMP);
                        Bits live = leaf.reader().getLiveDocs();
                        while (values != null
                                && values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                            if (live == null || live.get(values.docID())) {
                                String[] parts = values.binaryValue().utf8ToString().split("\n", 2);
                                stamps.put(Owner.parse(parts[0]), parts[1]);
                            }
                        }
                    }
                    return stamps;
                });
    }

    /** Reads every byte of it once and compares the checksums. */
    void checkIntegrity() throws IOException {
        IndexSearcher searcher = manager.acquire();
        try {
            for (LeafReaderContext leaf : ((DirectoryReader) searcher.getIndexReader()).leaves()) {
                leaf.reader().checkIntegrity();
            }
        } finally {
            manager.release(searcher);
        }
    }

    @Override
    public void close() {
        try {
            manager.close();
            if (directory != null) {
                directory.close();
            }
        } catch (IOException failed) {
            throw new Problem.Unavailable("The search index cannot be closed.", failed);
        }
    }
}
