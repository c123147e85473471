package org.colloquy.cli;

/** How a list or a result is printed; the names are what {@code --format} takes. */
enum Format {
    text,
    json
}
