package org.colloquy.evidence;

/**
 * The suggestion that a person made a tag of. It marks the tag, and the audit trail keeps it.
 *
 * @param passageId the passage that was suggested
 * @param score how sure the machine was, 0 to 1
 * @param model what suggested it
 */
public record TagSource(String passageId, double score, String model) {}
