/**
 * Captions: words while people speak. One worker process for each live session, with an ear for
 * each of its microphones; bounded everywhere, and the first to give way. Nothing is stored. The
 * door is {@link org.colloquy.speech.live.LiveCaptions}.
 */
@NullMarked
package org.colloquy.speech.live;

import org.jspecify.annotations.NullMarked;
