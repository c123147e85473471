/**
 * Recordings: pieces that are on disk before they are acknowledged, the original that never
 * changes, its hash, the listening copy and waveform made from it, and what was marked in it.
 * Touches media, people, database and common.
 */
@NullMarked
package org.colloquy.recording;

import org.jspecify.annotations.NullMarked;
