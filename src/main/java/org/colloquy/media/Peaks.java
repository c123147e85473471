package org.colloquy.media;

/**
 * The waveform, as {@code peaks.json} has it.
 *
 * @param peaks smallest and largest value of each bucket in turn, -1..1, of the mix of the channels
 */
public record Peaks(double durationSeconds, double bucketSeconds, double[] peaks) {}
