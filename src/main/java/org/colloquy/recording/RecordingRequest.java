package org.colloquy.recording;

/** What begins a recording. */
public record RecordingRequest(String fileName, String mediaType, Recording.Source source) {}
