/**
 * Who speaks when: by voice (GE2E embeddings, clustered; kept in memory only and never compared
 * across recordings) or by channel.
 */
@NullMarked
package org.colloquy.speech.speakers;

import org.jspecify.annotations.NullMarked;
