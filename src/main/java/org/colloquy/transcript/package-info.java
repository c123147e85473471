/**
 * Transcripts: what the machine heard, kept for ever, and beside it the words as people corrected
 * them, in turns, with their times. Touches speech (its types), database and common.
 *
 * <p>What always holds:
 *
 * <ul>
 *   <li>The machine's words never change and are never deleted.
 *   <li>Words have a reading order: by turn, then by place in the turn. In that order times never
 *       go backwards: start &lt;= end &lt;= start of the next word, over the whole transcript.
 *   <li>A word's id is unique in its transcript, is kept while the word stands for the same sound,
 *       and is never given to another word, not even after it is gone.
 *   <li>A word's text holds no white space and something visible; a turn's text is its words with
 *       single spaces between them.
 * </ul>
 *
 * <p>What must not be assumed: that ids rise in reading order; that a word with a machine id reads
 * as the machine's word does; that every machine word still has a word, or only one; that a word
 * lasts longer than no time at all; that a turn id has a turn (an emptied turn is not listed).
 */
@NullMarked
package org.colloquy.transcript;

import org.jspecify.annotations.NullMarked;
