package org.colloquy.bench.noise;

import java.util.Random;

/** Everything a microphone hears while nobody says a word. */
public enum Noise {
    SILENCE((seconds, _) -> new Signal(seconds)),
    HISS(Signal::white),
    ROOM(Signal::pink),
    HUM(Machines::hum),
    FAN(Machines::fan),
    ENGINE(Machines::engine),
    WIND(Machines::wind),
    RAIN(Machines::rain),
    STREET(Machines::street),
    SIREN(Machines::siren),
    KEYBOARD(Room::keyboard),
    CLOCK(Room::clock),
    BREATHING(Room::breathing),
    APPLAUSE(Room::applause),
    CHAIRS(Room::chairs),
    PAPER(Room::paper),
    DOORS(Room::doors),
    STEPS(Room::steps),
    DISHES(Room::dishes),
    PHONE(Room::phone),
    BEEPS(Room::beeps),
    BIRDS(Room::birds),
    MELODY(Music::melody),
    BEAT(Music::beat),
    HUMMED(Voices::hummed),
    COUGHS(Voices::coughs),
    MURMUR(Voices::murmur);

    private interface Maker {
        Signal make(double seconds, Random random);
    }

    private final Maker maker;

    Noise(Maker maker) {
        this.maker = maker;
    }

    /**
     * The same for the same seed.
     *
     * @param decibels of its louder parts, 0 is the most there can be
     */
    public Signal make(double seconds, long seed, double decibels) {
        Random random = new Random(seed * 1000 + ordinal());
        Signal made = maker.make(seconds, random).level(decibels);
        // No microphone is quite still, and not every file begins with its noise.
        return made.add(Signal.pink(seconds, random).times(2e-5)).clipped();
    }
}
