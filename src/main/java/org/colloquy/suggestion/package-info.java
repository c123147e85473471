/**
 * Which criteria a passage may be evidence for. Suggestions are kept beside the transcript, and are
 * no evidence until a person accepts one: then {@link org.colloquy.evidence.Tags} makes the tag.
 * Touches embedding (vectors), transcript, evidence, redaction, assessment, criteria, history,
 * audit, people, database and common; the only room beside search that uses Lucene, for the words
 * that passage and criterion share.
 */
@NullMarked
package org.colloquy.suggestion;

import org.jspecify.annotations.NullMarked;
