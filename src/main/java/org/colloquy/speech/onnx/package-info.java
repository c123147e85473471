/** The one way to ONNX Runtime: models opened with the settings that suit this machine. */
@NullMarked
package org.colloquy.speech.onnx;

import org.jspecify.annotations.NullMarked;
