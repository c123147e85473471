/** The decoded sound, read from its file piece by piece. Touches the JDK and common. */
@NullMarked
package org.colloquy.speech.sound;

import org.jspecify.annotations.NullMarked;
