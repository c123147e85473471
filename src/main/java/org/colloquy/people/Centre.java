package org.colloquy.people;

import org.jspecify.annotations.Nullable;

/**
 * The one centre of this data folder.
 *
 * @param timeZone an IANA name, "Europe/London"
 * @param sample whether it is the sample centre, made to look around in
 */
public record Centre(String name, @Nullable String number, String timeZone, boolean sample) {}
