/** Where somebody speaks: Silero voice activity on ONNX Runtime, streamed. */
@NullMarked
package org.colloquy.speech.activity;

import org.jspecify.annotations.NullMarked;
