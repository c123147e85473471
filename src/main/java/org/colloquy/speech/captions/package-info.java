/** Words as people read them outside Colloquy: captions (WebVTT, SubRip) and plain text. Pure. */
@NullMarked
package org.colloquy.speech.captions;

import org.jspecify.annotations.NullMarked;
