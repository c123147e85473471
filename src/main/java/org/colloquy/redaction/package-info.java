/**
 * Redaction: stretches of a recording that hold a third person's data. Their sound is muted and
 * their words are hidden in everything that leaves, for all but the enrolment's assessor and who
 * has the right to see them. Touches transcript, recording, assessment, people, database and
 * common.
 *
 * <p>What always holds:
 *
 * <ul>
 *   <li>A redaction is a stretch of time. It hides every word whose middle lies in it, whichever
 *       engine or person wrote that word, now and later.
 *   <li>Recordings that were joined share their redactions, each at its own time: in the joined
 *       recording as in its parts, whichever of them it was made in.
 *   <li>Nothing is taken from what is stored. {@link org.colloquy.redaction.Masks} says what is
 *       hidden from whom, and {@link org.colloquy.redaction.Masking} hides it on the way out.
 *   <li>What was noted of hidden words is hidden with them: the notes of marks made while they were
 *       said or just afterwards, and the reasons of tags that such marks became.
 *   <li>A redaction is never deleted: lifted, it says by whom and when.
 * </ul>
 */
@NullMarked
package org.colloquy.redaction;

import org.jspecify.annotations.NullMarked;
