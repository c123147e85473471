/**
 * The catalogue of speech models: which there are, which are installed, and how one is fetched when
 * somebody asks. Touches `speech`, which finds the models that lie in folders, and `common`.
 */
@NullMarked
package org.colloquy.models;

import org.jspecify.annotations.NullMarked;
