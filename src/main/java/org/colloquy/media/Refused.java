package org.colloquy.media;

import java.io.IOException;

/** In the worker: this file is not decoded, and why. */
final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final Wire.Refusal refusal;

    Refused(Wire.Refusal refusal) {
        super(refusal.name());
        this.refusal = refusal;
    }

    Wire.Refusal refusal() {
        return refusal;
    }
}
