/**
 * OpenAI's Whisper on ONNX Runtime, with the graphs this project carries: windows of speech are
 * encoded one by one, decoded several together, and their words are timed by the attention of the
 * decoder.
 */
@NullMarked
package org.colloquy.speech.whisper;

import org.jspecify.annotations.NullMarked;
