package org.colloquy.transcript;

/**
 * A place where something was found.
 *
 * @param id names the place as long as its turn reads as it does
 * @param before what stands there
 * @param after what is to stand there
 * @param contextBefore what stands before it in the turn, cut short
 */
public record Found(
        String id,
        int turnId,
        int firstWord,
        int lastWord,
        long startMillis,
        String contextBefore,
        String before,
        String after,
        String contextAfter) {}
