/**
 * Units with their learning outcomes and assessment criteria: kept, and read from the text of a
 * published specification or from CSV. Touches `database` and `common`, and FastCSV.
 */
@NullMarked
package org.colloquy.criteria;

import org.jspecify.annotations.NullMarked;
