/**
 * The centre, its people, their roles and passwords, and who is signed in. Touches database and
 * common; the only room that imports Password4j.
 */
@NullMarked
package org.colloquy.people;

import org.jspecify.annotations.NullMarked;
