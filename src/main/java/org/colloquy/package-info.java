/**
 * The builder: {@link org.colloquy.Application} makes every room by hand and in order, and hands
 * the arguments to a door. May touch everything; nothing but the command line touches it.
 */
@NullMarked
package org.colloquy;

import org.jspecify.annotations.NullMarked;
