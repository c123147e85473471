package org.colloquy.recording;

/** A recording that another was put together from, and where it begins there. */
public record JoinedPart(String recordingId, double offsetSeconds) {}
