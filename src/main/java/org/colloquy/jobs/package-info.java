/**
 * Work that takes longer than a request: preparing and transcribing recordings. Rows of {@code job}
 * are the truth that people see; db-scheduler, which only this room imports, starts them, one at a
 * time. Touches database and common.
 */
@NullMarked
package org.colloquy.jobs;

import org.jspecify.annotations.NullMarked;
