/**
 * Enrolments of learners on units, the sessions held for them, what their people were told and
 * agreed to, and who may see and change what belongs to an enrolment. Touches criteria, people,
 * database and common.
 */
@NullMarked
package org.colloquy.assessment;

import org.jspecify.annotations.NullMarked;
