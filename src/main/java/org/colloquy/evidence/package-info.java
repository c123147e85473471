/**
 * Evidence: passages of transcripts tagged to criteria, criteria marked while people talked that
 * become such tags, and the coverage of a unit by them. Touches transcript, recording, assessment,
 * criteria, people, database and common.
 *
 * <p>What always holds:
 *
 * <ul>
 *   <li>A tag is one passage (first word to last word, in reading order, over turns if need be) and
 *       one criterion of the unit that the learner is enrolled on.
 *   <li>An active tag's quote reads as its words do now. When a correction changes them the tag
 *       waits for review, with the quote as it was; when the words are changed back it is active
 *       again by itself.
 *   <li>A tag is never deleted: withdrawn, it says by whom and when, and it can be restored.
 *   <li>Tags are made and changed only on a recording's present transcript. Where that gives way to
 *       a later hearing, all its tags go over, withdrawn ones too, in the same transaction: earlier
 *       transcripts hold none.
 * </ul>
 */
@NullMarked
package org.colloquy.evidence;

import org.jspecify.annotations.NullMarked;
