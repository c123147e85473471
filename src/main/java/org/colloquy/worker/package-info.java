/**
 * Child processes of this very program, in which native code (FFmpeg, Vosk, ONNX Runtime) runs: its
 * crash fails one piece of work and harms nothing else. Parent and child talk in frames over the
 * child's standard input and output. Touches common.
 */
@NullMarked
package org.colloquy.worker;

import org.jspecify.annotations.NullMarked;
