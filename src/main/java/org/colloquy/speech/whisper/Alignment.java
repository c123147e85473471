package org.colloquy.speech.whisper;

import java.util.Arrays;
import java.util.List;

/**
 * When each id was spoken, from the attention that wrote it: dynamic time warping as in OpenAI's
 * Whisper (whisper/timing.py: find_alignment, median_filter, dtw; MIT).
 */
final class Alignment {
    private static final int HEADS = 8;
    private static final int FILTER = 7;

    private Alignment() {}

    /**
     * The first frame of each row.
     *
     * @param rows each eight heads over the same frames
     */
    static int[] firstFrames(List<float[]> rows) {
        return path(cost(rows));
    }

    /** Low where a row attends to a frame: the filtered, normalised mean of the heads. */
    static float[][] cost(List<float[]> rows) {
        int frames = rows.getFirst().length / HEADS;
        float[][] cost = new float[rows.size()][frames];
        float[] filtered = new float[frames];
        for (int head = 0; head < HEADS; head++) {
            float[][] normal = normalised(rows, head, frames);
            for (int row = 0; row < normal.length; row++) {
                medianFilter(normal[row], filtered);
                for (int frame = 0; frame < frames; frame++) {
                    cost[row][frame] -= filtered[frame] / HEADS;
                }
            }
        }
        return cost;
    }

    /** Each row adds up to 1 over its frames; then each frame has mean 0 and deviation 1. */
    private static float[][] normalised(List<float[]> rows, int head, int frames) {
        float[][] normal = new float[rows.size()][];
        for (int row = 0; row < normal.length; row++) {
            normal[row] = Arrays.copyOfRange(rows.get(row), head * frames, (head + 1) * frames);
            float sum = 1e-9f;
            for (float weight : normal[row]) {
                sum += weight;
            }
            for (int frame = 0; frame < frames; frame++) {
                normal[row][frame] /= sum;
            }
        }
        for (int frame = 0; frame < frames; frame++) {
            double sum = 0;
            double squares = 0;
            for (float[] row : normal) {
                sum += row[frame];
                squares += row[frame] * row[frame];
            }
            double mean = sum / normal.length;
            double deviation = Math.sqrt(Math.max(1e-14, squares / normal.length - mean * mean));
            for (float[] row : normal) {
                row[frame] = (float) ((row[frame] - mean) / deviation);
            }
        }
        return normal;
    }

    static void medianFilter(float[] values, float[] filtered) {
        int half = FILTER / 2;
        float[] near = new float[FILTER];
        for (int i = 0; i < values.length; i++) {
            for (int k = -half; k <= half; k++) {
                near[k + half] = values[reflected(i + k, values.length)];
            }
            insertionSort(near);
            filtered[i] = near[half];
        }
    }

    private static int reflected(int index, int length) {
        int inside = index < 0 ? -index : index;
        return Math.clamp(inside >= length ? 2 * (length - 1) - inside : inside, 0, length - 1);
    }

    private static void insertionSort(float[] values) {
        for (int i = 1; i < values.length; i++) {
            float value = values[i];
            int k = i - 1;
            while (k >= 0 && values[k] > value) {
                values[k + 1] = values[k];
                k--;
            }
            values[k + 1] = value;
        }
    }

    /**
     * The cheapest way through rows and frames, both only forwards; the first frame of each row.
     */
    static int[] path(float[][] cost) {
        int rows = cost.length;
        int frames = cost[0].length;
        byte[][] from = new byte[rows][frames];
        float[] before = new float[frames];
        for (int row = 0; row < rows; row++) {
            float[] total = new float[frames];
            for (int frame = 0; frame < frames; frame++) {
                float diagonal = previous(row, frame, before, frame - 1);
                float above = row == 0 ? Float.MAX_VALUE : before[frame];
                float left = frame == 0 ? Float.MAX_VALUE : total[frame - 1];
                float best = Math.min(diagonal, Math.min(above, left));
                from[row][frame] = (byte) (best == diagonal ? 0 : best == above ? 1 : 2);
                total[frame] = cost[row][frame] + best;
            }
            before = total;
        }
        int[] first = new int[rows];
        int row = rows - 1;
        int frame = frames - 1;
        while (row >= 0 && frame >= 0) {
            first[row] = frame;
            switch (from[row][frame]) {
                case 0 -> {
                    row--;
                    frame--;
                }
                case 1 -> row--;
                default -> frame--;
            }
        }
        return first;
    }

    private static float previous(int row, int frame, float[] before, int index) {
        if (row == 0 && frame == 0) {
            return 0;
        }
        return row == 0 || frame == 0 ? Float.MAX_VALUE : before[index];
    }
}
