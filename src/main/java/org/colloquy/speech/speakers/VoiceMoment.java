package org.colloquy.speech.speakers;

/**
 * A voice at one moment.
 *
 * @param seconds middle of the window in the recording
 * @param span index of the span of speech it lies in
 * @param voice of unit length; not copied
 */
record VoiceMoment(double seconds, int span, float[] voice) {}
