/**
 * The door for the command line: one class a command. Touches every feature room; the only room
 * that imports picocli.
 */
@NullMarked
package org.colloquy.cli;

import org.jspecify.annotations.NullMarked;
