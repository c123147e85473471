/**
 * Sentences, questions and capitals for the words of an engine that gives none. Words, times and
 * their number stay as they are; it may touch only {@link org.colloquy.speech.Word}.
 */
@NullMarked
package org.colloquy.speech.sentences;

import org.jspecify.annotations.NullMarked;
