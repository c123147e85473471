/**
 * Every step of people in a recording, kept so that it can be taken back and done again (decision
 * 23). A room notes what it did with the state before and after, and puts a state back when asked;
 * this room knows whose turn it is and what is next. Touches audit, people (a name), database and
 * common.
 *
 * <p>What always holds: a step is noted in the transaction that does it; a state is put back only
 * where the one that the step left is still there; nothing noted is ever deleted.
 */
@NullMarked
package org.colloquy.history;

import org.jspecify.annotations.NullMarked;
