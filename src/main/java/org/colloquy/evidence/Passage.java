package org.colloquy.evidence;

/** Words from one to another, in reading order: what they say and when. */
record Passage(int firstWord, int lastWord, long startMillis, long endMillis, String text) {}
