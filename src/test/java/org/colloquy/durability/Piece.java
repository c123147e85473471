package org.colloquy.durability;

/**
 * What a page sends at once.
 *
 * @param number from 0
 * @param part the self-contained part it belongs to, from 0
 * @param sha256 of the bytes, in hexadecimal
 */
record Piece(int number, int part, byte[] bytes, String sha256) {}
