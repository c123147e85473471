package org.colloquy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.colloquy.assessment.Sessions;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.common.Text;
import org.colloquy.jobs.Job;
import org.colloquy.jobs.JobRun;
import org.colloquy.jobs.Jobs;
import org.colloquy.recording.Recording;
import org.colloquy.recording.Recordings;
import org.colloquy.speech.Part;
import org.colloquy.speech.Speakers;
import org.colloquy.speech.SpeechRequest;
import org.colloquy.speech.SpeechResult;
import org.colloquy.transcript.Hearings;
import org.colloquy.transcript.SecondOpinions;
import org.colloquy.transcript.Stretch;
import org.colloquy.transcript.Transcripts;
import org.colloquy.web.OpinionOrder;
import org.colloquy.web.TranscribeRequest;
import org.jspecify.annotations.Nullable;

/**
 * What is done with a recording once it is closed: it is prepared, then transcribed. Each step is a
 * job of its own and may be done again from the original at any time.
 */
final class RecordingWork {
    /** Who hears the words: {@link org.colloquy.speech.Transcriber#transcribe}. */
    @FunctionalInterface
    interface Listener {
        SpeechResult transcribe(
                Path wav, SpeechRequest request, Progress progress, Cancellation cancellation);
    }

    private final Jobs jobs;
    private final Recordings recordings;
    private final Sessions sessions;
    private final Transcripts transcripts;
    private final Hearings hearings;
    private final SecondOpinions opinions;
    private final Function<String, List<String>> vocabulary;
    private final Function<String, Optional<Text>> refusal;
    private final Consumer<String> transcribed;
    private final Listener listener;

    /**
     * @param vocabulary gives the terms that guide the engine in a session
     * @param refusal says why nothing of a session may be transcribed, where that is so
     * @param transcribed gets the id of a recording that was heard, after that is stored; perhaps
     *     twice
     */
    RecordingWork(
            Jobs jobs,
            Recordings recordings,
            Sessions sessions,
            Transcripts transcripts,
            Hearings hearings,
            SecondOpinions opinions,
            Function<String, List<String>> vocabulary,
            Function<String, Optional<Text>> refusal,
            Consumer<String> transcribed,
            Listener listener) {
        this.jobs = jobs;
        this.recordings = recordings;
        this.sessions = sessions;
        this.transcripts = transcripts;
        this.hearings = hearings;
        this.opinions = opinions;
        this.vocabulary = vocabulary;
        this.refusal = refusal;
        this.transcribed = transcribed;
        this.listener = listener;
        jobs.register(Job.Kind.PREPARE, this::prepare);
        jobs.register(Job.Kind.TRANSCRIBE, this::transcribe);
        jobs.register(Job.Kind.SECOND_OPINION, this::secondOpinion);
    }

    /** After a start: a server may have died between closing a recording and queueing its work. */
    void recover() {
        recordings.recover();
        recordings.preparing().stream()
                .filter(recording -> jobs.newestOf(recording.id()).isEmpty())
                .forEach(this::begin);
        recordings.withoutListeningCopy().stream()
                .filter(
                        recording ->
                                jobs.newestOf(recording.id())
                                        .filter(RecordingWork::isAtWork)
                                        .isEmpty())
                .forEach(this::begin);
    }

    private static boolean isAtWork(Job job) {
        return !job.state().isOver();
    }

    /** Queues all that a recording needs that was just closed. */
    void begin(Recording recording) {
        String language = sessions.get(recording.sessionId()).language();
        jobs.submit(
                Job.Kind.PREPARE,
                recording.id(),
                Json.write(new TranscribeRequest("auto", null, language, "auto")));
    }

    private void prepare(JobRun run) {
        String id = run.recordingId();
        Recording ready = recordings.prepare(id, progressOf(run), run::isCancelled);
        run.checkCancelled();
        // An earlier try may have come this far; hearing again is for people to ask.
        boolean waits =
                jobs.newestOf(id)
                        .filter(job -> job.kind() == Job.Kind.TRANSCRIBE && !job.state().isOver())
                        .isPresent();
        if (!waits && transcripts.findPresentId(id).isEmpty()) {
            jobs.submit(
                    Job.Kind.TRANSCRIBE,
                    id,
                    ready.tellsSpeakersByChannel()
                            ? TranscribeRequest.byChannel(run.parameters())
                            : run.parameters());
        }
    }

    private void transcribe(JobRun run) {
        Recording recording = recordings.get(run.recordingId());
        if (recording.state() != Recording.State.READY) {
            throw new Problem.Conflict(
                    "“{fileName}” cannot be heard, so it cannot be transcribed.",
                    Map.of("fileName", recording.fileName()));
        }
        if (hearings.isStored(run.id())) {
            // The server died between keeping the result and saying that the job is done.
            transcribed.accept(recording.id());
            return;
        }
        refuseWhatWasWithdrawn(recording);
        SpeechRequest request =
                TranscribeRequest.parse(
                        run.parameters(), () -> vocabulary.apply(recording.sessionId()));
        SpeechResult result =
                listener.transcribe(
                        recordings.audio(recording.id()),
                        request,
                        progressOf(run),
                        run::isCancelled);
        refuseWhatWasWithdrawn(recording);
        hearings.store(
                recording.id(),
                run.id(),
                stretch(request.part()),
                result,
                request.speakers() instanceof Speakers.Channels ? names(recording) : Map.of());
        transcribed.accept(recording.id());
    }

    /** Who speaks into which microphone, by the number that a speaker gets by channel. */
    private static Map<Integer, String> names(Recording recording) {
        Map<Integer, String> names = new HashMap<>();
        for (int i = 0; i < recording.microphones().size(); i++) {
            String speaker = recording.microphones().get(i).speaker();
            if (speaker != null) {
                names.put(i + 1, speaker);
            }
        }
        return names;
    }

    /** Before an engine listens, and again before what it heard is kept. */
    private void refuseWhatWasWithdrawn(Recording recording) {
        refusal.apply(recording.sessionId())
                .ifPresent(
                        sentence -> {
                            throw new Problem.Conflict(sentence);
                        });
    }

    /** Somebody took back that a session is transcribed: what listens to it stops. */
    void stopHearing(String sessionId) {
        refusal.apply(sessionId)
                .ifPresent(
                        sentence ->
                                recordings
                                        .ofSession(sessionId)
                                        .forEach(
                                                recording ->
                                                        jobs.refuseHearing(
                                                                recording.id(), sentence)));
    }

    private void secondOpinion(JobRun run) {
        if (opinions.isStored(run.id())) {
            return;
        }
        Recording recording = recordings.get(run.recordingId());
        refuseWhatWasWithdrawn(recording);
        OpinionOrder order = OpinionOrder.parse(run.parameters());
        SpeechResult result =
                listener.transcribe(
                        recordings.audio(recording.id()),
                        order.request().withVocabulary(vocabulary.apply(recording.sessionId())),
                        progressOf(run),
                        run::isCancelled);
        refuseWhatWasWithdrawn(recording);
        opinions.store(order.transcriptId(), run.id(), result);
    }

    private static @Nullable Stretch stretch(@Nullable Part part) {
        return part == null
                ? null
                : new Stretch(
                        Math.round(part.fromSeconds() * 1000), Math.round(part.toSeconds() * 1000));
    }

    private static Progress progressOf(JobRun run) {
        return (step, fraction) -> run.report(fraction, null, step);
    }
}
