/**
 * What every room needs: ids, expected failures, JSON, hashes. Touches the JDK and, in {@link
 * org.colloquy.common.Json} alone, Jackson.
 */
@NullMarked
package org.colloquy.common;

import org.jspecify.annotations.NullMarked;
