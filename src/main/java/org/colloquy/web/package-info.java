/**
 * The door for browsers and programs: HTTP routes named after rooms, JSON, errors, ranged files.
 * Touches every feature room; the only room that imports Javalin.
 */
@NullMarked
package org.colloquy.web;

import org.jspecify.annotations.NullMarked;
