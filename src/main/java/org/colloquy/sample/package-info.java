/**
 * The sample centre: a unit in our own words, made-up people, and a spoken discussion, put in
 * through the same doors as anybody's. Touches every room it fills.
 */
@NullMarked
package org.colloquy.sample;

import org.jspecify.annotations.NullMarked;
