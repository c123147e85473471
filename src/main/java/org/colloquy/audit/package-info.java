/**
 * Who did what, for ever: rows are added and never changed, and each holds the hash of the one
 * before, so that a row changed, put in or taken out between others is found. Touches people (a
 * name), database and common.
 *
 * <p>Not to be assumed: that it proves anything about the newest rows to somebody who can write to
 * the database. Whoever wants that keeps the newest number and hash somewhere else ({@code colloquy
 * verify} prints them).
 */
@NullMarked
package org.colloquy.audit;

import org.jspecify.annotations.NullMarked;
