/**
 * The names and terms that guide recognition: the centre's own glossary, and with it the words of a
 * session's unit and the names of its people. Touches criteria, assessment, people, database and
 * common.
 */
@NullMarked
package org.colloquy.glossary;

import org.jspecify.annotations.NullMarked;
