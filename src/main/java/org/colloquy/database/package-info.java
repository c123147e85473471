/**
 * The one database: its data source, its migrations, and what differs between databases. Touches
 * settings and common; the only room that imports Flyway and the SQLite driver.
 */
@NullMarked
package org.colloquy.database;

import org.jspecify.annotations.NullMarked;
