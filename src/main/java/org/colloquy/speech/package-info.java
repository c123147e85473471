/**
 * Speech to words: voice activity, recognition, speakers. The room's door is {@link
 * org.colloquy.speech.Transcriber}; the engines behind it run in a worker process. ONNX Runtime and
 * Vosk are imported here and in the rooms below, nowhere else. May touch media, worker and common.
 */
@NullMarked
package org.colloquy.speech;

import org.jspecify.annotations.NullMarked;
