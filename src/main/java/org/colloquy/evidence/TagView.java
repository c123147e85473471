package org.colloquy.evidence;

/**
 * A tag as one viewer sees it.
 *
 * @param tag with what is redacted hidden in its quote and reason, where it is hidden from the
 *     viewer
 * @param unchecked how many of its words nobody has checked
 * @param redacted whether some of its words are redacted, seen by the viewer or not
 */
public record TagView(Tag tag, int unchecked, boolean redacted) {}
