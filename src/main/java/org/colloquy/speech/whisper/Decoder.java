package org.colloquy.speech.whisper;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.colloquy.speech.onnx.OnnxModel;
import org.colloquy.speech.whisper.Encoder.Encoded;
import org.jspecify.annotations.Nullable;

/** Writes what several windows say, one piece of text a step for each of them together. */
final class Decoder implements AutoCloseable {
    private final OnnxModel model;
    private final Vocabulary vocabulary;

    private final Guide guide;

    Decoder(Path file, int threads, Vocabulary vocabulary, Guide guide) {
        model = OnnxModel.open(file, threads);
        this.guide = guide;
        this.vocabulary = vocabulary;
    }

    /**
     * Adds up, for every id of a language, how likely the windows are in it.
     *
     * @return logarithms by id, higher is likelier
     */
    double[] rankLanguages(Encoded heard) {
        double[] scores = new double[Vocabulary.SIZE];
        try (Steps steps = new Steps(heard)) {
            for (Scores row : steps.next(repeated(heard.windows(), Vocabulary.START))) {
                for (int id : vocabulary.languages().values()) {
                    scores[id] += row.logProbability(id);
                }
            }
        }
        return scores;
    }

    /**
     * @param frames with sound, for each window
     * @param language its id
     */
    List<Hypothesis> decode(Encoded heard, int[] frames, int language, Chooser chooser) {
        List<Writing> all = new ArrayList<>();
        for (int i = 0; i < heard.windows(); i++) {
            all.add(new Writing(frames[i], vocabulary, guide));
        }
        List<Writing> active = new ArrayList<>(all);
        try (Steps steps = new Steps(heard)) {
            List<Scores> first = steps.next(repeated(active.size(), Vocabulary.START));
            for (int i = 0; i < active.size(); i++) {
                active.get(i).noSpeech(first.get(i));
            }
            long[] next =
                    repeated(
                            active.size(),
                            language,
                            Vocabulary.TRANSCRIBE,
                            Vocabulary.NO_TIMESTAMPS);
            while (!active.isEmpty()) {
                List<Scores> scores = steps.next(next);
                List<Integer> going = new ArrayList<>();
                for (int i = 0; i < active.size(); i++) {
                    if (active.get(i).write(scores.get(i), steps.attention(i), chooser)) {
                        going.add(i);
                    } else if (active.get(i).canBeGuided()) {
                        try (WindowProbe probe = steps.probe(i, language)) {
                            active.get(i).guide(probe);
                        }
                    }
                }
                if (going.size() < active.size()) {
                    List<Writing> before = active;
                    active = new ArrayList<>(going.stream().map(before::get).toList());
                    steps.keep(going);
                }
                next = active.stream().mapToLong(Writing::last).toArray();
            }
        }
        return all.stream().map(Writing::hypothesis).toList();
    }

    private static long[] repeated(int times, int... ids) {
        long[] all = new long[times * ids.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = ids[i % ids.length];
        }
        return all;
    }

    /** One decoding: what was written so far lives in the keys and values of the last step. */
    private final class Steps implements AutoCloseable {
        private Encoded heard;
        private OnnxTensor crossKeys;
        private OnnxTensor crossValues;
        private OnnxTensor pastKeys;
        private OnnxTensor pastValues;
        private OrtSession.@Nullable Result result;
        private float[] attention = new float[0];
        private int attentionLength;

        Steps(Encoded heard) {
            this.heard = heard;
            crossKeys = model.tensor(heard.keys(), heard.windows(), 6, 8, 64, heard.frames());
            crossValues = model.tensor(heard.values(), heard.windows(), 6, 8, heard.frames(), 64);
            pastKeys = model.tensor(OnnxModel.floats(0), heard.windows(), 6, 8, 0, 64);
            pastValues = model.tensor(OnnxModel.floats(0), heard.windows(), 6, 8, 0, 64);
        }

        /** Adds ids, as many for each window, and gives the scores of the one to follow. */
        List<Scores> next(long[] ids) {
            attentionLength = ids.length / heard.windows();
            OrtSession.Result before = result;
            try (OnnxTensor tokens = model.tensor(ids, heard.windows(), attentionLength)) {
                result =
                        model.run(
                                Map.of(
                                        "tokens", tokens,
                                        "past_k", pastKeys,
                                        "past_v", pastValues,
                                        "cross_k", crossKeys,
                                        "cross_v", crossValues));
            }
            forgetPast(before);
            pastKeys = OnnxModel.output(result, "k");
            pastValues = OnnxModel.output(result, "v");
            attention = OnnxModel.output(result, "align").getFloatBuffer().array();
            float[] logits = OnnxModel.output(result, "logits").getFloatBuffer().array();
            List<Scores> scores = new ArrayList<>();
            for (int i = 0; i < heard.windows(); i++) {
                scores.add(
                        new Scores(
                                Arrays.copyOfRange(
                                        logits, i * Vocabulary.SIZE, (i + 1) * Vocabulary.SIZE)));
            }
            return scores;
        }

        /** Of the last id that was added: [8 heads, frames]. */
        float[] attention(int window) {
            int frames = heard.frames();
            float[] last = new float[8 * frames];
            for (int head = 0; head < 8; head++) {
                int from = ((window * 8 + head) * attentionLength + attentionLength - 1) * frames;
                System.arraycopy(attention, from, last, head * frames, frames);
            }
            return last;
        }

        /** For looking for terms in what was written of one window, while its sound is there. */
        WindowProbe probe(int window, int language) {
            int row = heard.rowSize();
            return new WindowProbe(
                    model,
                    language,
                    heard.frames(),
                    heard.keys().slice(window * row, row),
                    heard.values().slice(window * row, row),
                    pastKeys,
                    pastValues,
                    window);
        }

        /** Goes on with these windows only. */
        void keep(List<Integer> windows) {
            if (windows.isEmpty()) {
                return;
            }
            OrtSession.Result before = result;
            OnnxTensor keys = rows(pastKeys, windows);
            OnnxTensor values = rows(pastValues, windows);
            result = null;
            forgetPast(before);
            pastKeys = keys;
            pastValues = values;
            crossKeys.close();
            crossValues.close();
            heard = heard.keep(windows);
            crossKeys = model.tensor(heard.keys(), heard.windows(), 6, 8, 64, heard.frames());
            crossValues = model.tensor(heard.values(), heard.windows(), 6, 8, heard.frames(), 64);
        }

        private OnnxTensor rows(OnnxTensor past, List<Integer> windows) {
            long[] shape = past.getInfo().getShape();
            FloatBuffer all = past.getFloatBuffer();
            int row = all.capacity() / (int) shape[0];
            FloatBuffer kept = OnnxModel.floats(row * windows.size());
            for (int i = 0; i < windows.size(); i++) {
                kept.put(i * row, all, windows.get(i) * row, row);
            }
            shape[0] = windows.size();
            return model.tensor(kept, shape);
        }

        /** Tensors of a result go with it, others by themselves. */
        private void forgetPast(OrtSession.@Nullable Result before) {
            if (before != null) {
                before.close();
            } else {
                pastKeys.close();
                pastValues.close();
            }
        }

        @Override
        public void close() {
            forgetPast(result);
            crossKeys.close();
            crossValues.close();
        }
    }

    @Override
    public void close() {
        model.close();
    }
}
