/** How this start of Colloquy is set up: one record, each option one line. Touches the JDK only. */
@NullMarked
package org.colloquy.settings;

import org.jspecify.annotations.NullMarked;
