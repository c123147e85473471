/**
 * Any sound or video file becomes 16 kHz sound and peaks for the waveform. FFmpeg, through JavaCV's
 * preset, runs in a worker process that is given bytes and opens nothing. Touches worker, common;
 * the only room that imports JavaCV.
 */
@NullMarked
package org.colloquy.media;

import org.jspecify.annotations.NullMarked;
