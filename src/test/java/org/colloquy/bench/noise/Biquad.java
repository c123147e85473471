package org.colloquy.bench.noise;

/** Filters of second order after Robert Bristow-Johnson's Audio EQ Cookbook. */
sealed interface Biquad {
    record LowPass() implements Biquad {}

    record HighPass() implements Biquad {}

    /** As loud in its middle as before. */
    record Band() implements Biquad {}

    /** How often a moving frequency is looked at, in samples. */
    int STEP = 32;

    static void run(Biquad kind, float[] samples, Signal.Curve hertz, double quality) {
        double[] c = new double[5];
        double x1 = 0;
        double x2 = 0;
        double y1 = 0;
        double y2 = 0;
        for (int i = 0; i < samples.length; i++) {
            if (i % STEP == 0) {
                c = kind.coefficients(hertz.at(i / (double) Signal.RATE), quality);
            }
            double x = samples[i];
            double y = c[0] * x + c[1] * x1 + c[2] * x2 - c[3] * y1 - c[4] * y2;
            x2 = x1;
            x1 = x;
            y2 = y1;
            y1 = y;
            samples[i] = (float) y;
        }
    }

    /** b0, b1, b2, a1, a2, all through a0. */
    private double[] coefficients(double hertz, double quality) {
        double w = 2 * Math.PI * Math.clamp(hertz, 1, 0.49 * Signal.RATE) / Signal.RATE;
        double cos = Math.cos(w);
        double alpha = Math.sin(w) / (2 * quality);
        double[] b =
                switch (this) {
                    case LowPass() -> new double[] {(1 - cos) / 2, 1 - cos, (1 - cos) / 2};
                    case HighPass() -> new double[] {(1 + cos) / 2, -1 - cos, (1 + cos) / 2};
                    case Band() -> new double[] {alpha, 0, -alpha};
                };
        double a0 = 1 + alpha;
        return new double[] {b[0] / a0, b[1] / a0, b[2] / a0, -2 * cos / a0, (1 - alpha) / a0};
    }
}
