/**
 * Vosk by its official Java binding. Its native handles live in {@code NativeVosk} alone; two
 * recognisers share one model, because one cannot use two cores.
 */
@NullMarked
package org.colloquy.speech.vosk;

import org.jspecify.annotations.NullMarked;
