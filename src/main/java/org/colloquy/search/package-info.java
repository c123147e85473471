/**
 * Finding what was said, tagged, noted and planned: the index, how text is cut into words, queries,
 * hits and facets. Touches people, assessment, database and common; the only room that imports
 * Lucene.
 *
 * <p>The index is made from the database and can be made again at any time, so this room reads the
 * tables of other rooms, in {@link org.colloquy.search.SourceStore} alone, and writes none.
 */
@NullMarked
package org.colloquy.search;

import org.jspecify.annotations.NullMarked;
