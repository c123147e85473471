package org.colloquy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Sessions;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.colloquy.jobs.Job;
import org.colloquy.jobs.ManualJobs;
import org.colloquy.media.Media;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.colloquy.recording.Microphone;
import org.colloquy.recording.Recording;
import org.colloquy.recording.RecordingPart;
import org.colloquy.recording.RecordingRequest;
import org.colloquy.recording.Recordings;
import org.colloquy.speech.Model;
import org.colloquy.speech.Speakers;
import org.colloquy.speech.SpeechRequest;
import org.colloquy.speech.SpeechResult;
import org.colloquy.speech.Word;
import org.colloquy.transcript.Corrections;
import org.colloquy.transcript.Hearings;
import org.colloquy.transcript.SecondOpinions;
import org.colloquy.transcript.Speaker;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.TurnChange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a recording through its jobs, with the real decoder and an engine made up here. */
class RecordingWorkIT {
    @TempDir Path folder;
    private final List<SpeechRequest> asked = new ArrayList<>();
    private Viewer assessor;
    private String session;
    private Recordings recordings;
    private Transcripts transcripts;
    private ManualJobs manual;
    private RecordingWork work;
    private RuntimeException engineFails;
    private String withdrawn;
    private final List<String> transcribed = new ArrayList<>();
    private Runnable whileListening = () -> {};

    @BeforeEach
    void build() {
        SettableClock clock = SettableClock.atTen();
        Database database = Database.open(folder);
        Rows rows = new Rows(database);
        assessor = new Viewer(rows.person("Amara", "assessor"), "Amara", Set.of(Role.ASSESSOR));
        String unit = rows.unit("Unit", List.of("1.1"));
        String learner = rows.person("Bo", "learner");
        session =
                rows.session(
                        rows.enrolment(learner, unit, assessor.personId(), null),
                        assessor.personId());
        recordings = new Recordings(database, folder, new Media(Media.Limits.DEFAULT), clock);
        transcripts = new Transcripts(database);
        Hearings hearings =
                new Hearings(
                        database, clock, transcripts, (old, now, carried) -> {}, recording -> {});
        manual = new ManualJobs(database, clock);
        Sessions sessions = new Sessions(database, new Access(database), clock, changed -> {});
        work =
                new RecordingWork(
                        manual.jobs,
                        recordings,
                        sessions,
                        transcripts,
                        hearings,
                        new SecondOpinions(
                                database,
                                clock,
                                transcripts,
                                new Corrections(
                                        database,
                                        clock,
                                        Rows.history(database, clock),
                                        (changes, holds) -> TurnChange.Outcome.NOTHING,
                                        recording -> {})),
                        session -> List.of("RIDDOR"),
                        session -> Optional.ofNullable(withdrawn).map(Text::asItIs),
                        transcribed::add,
                        (wav, request, progress, cancellation) -> {
                            asked.add(request);
                            if (engineFails != null) {
                                throw engineFails;
                            }
                            progress.at(Text.of("Listening"), 0.5);
                            whileListening.run();
                            return new SpeechResult(
                                    "whisper",
                                    new Model("made up", "0".repeat(64)),
                                    "en",
                                    2,
                                    List.of(new Word("Hello", 0.2, 0.6, 0.9, 1)));
                        });
    }

    private Recording closed(String name, byte[] bytes) {
        String id =
                recordings
                        .create(
                                assessor,
                                session,
                                RecordingRequest.of(name, "audio/wav", Recording.Source.FILE))
                        .id();
        recordings.append(id, 0, bytes, null);
        return recordings.complete(id, null, null);
    }

    @Test
    void soundBecomesATranscriptInTheLanguageOfTheSession() {
        Recording recording = closed("tone.wav", Wav.tone(32_000));
        work.begin(recording);
        manual.runAll();
        assertEquals(Recording.State.READY, recordings.get(recording.id()).state());
        assertEquals(
                List.of(SpeechRequest.automatic("en").withVocabulary(List.of("RIDDOR"))), asked);
        assertEquals(
                "Hello",
                transcripts.get(recording.id()).turns().getFirst().words().getFirst().text());
        Job job = manual.jobs.newestOf(recording.id()).orElseThrow();
        assertEquals(Job.Kind.TRANSCRIBE, job.kind());
        assertEquals(Job.State.DONE, job.state());
        assertEquals(List.of(recording.id()), transcribed);
    }

    /** Two microphones: Amara's, who asks, and Bo's. */
    private Recording live(byte[]... parts) {
        String id =
                recordings
                        .create(
                                assessor,
                                session,
                                new RecordingRequest(
                                        null,
                                        "live",
                                        "audio/wav",
                                        Recording.Source.MICROPHONE,
                                        List.of(
                                                new Microphone("Desk", "Amara"),
                                                new Microphone("Headset", "Bo"))))
                        .id();
        for (int i = 0; i < parts.length; i++) {
            recordings.append(id, i, i, parts[i], null);
        }
        return recordings.complete(id, null, null);
    }

    @Test
    void whoHasAMicrophoneIsKnownByItsChannel() {
        Recording recording = live(Wav.tones(32_000, 440, 660), Wav.tones(16_000, 440, 660));
        work.begin(recording);
        manual.runAll();
        Recording ready = recordings.get(recording.id());
        assertEquals(2, ready.channels());
        assertEquals(3.0, ready.durationSeconds());
        assertEquals(
                List.of(
                        new RecordingPart(0, 0, 128_044, 0.0, 2.0),
                        new RecordingPart(1, 1, 64_044, 2.0, 1.0)),
                ready.parts());
        assertEquals(new Speakers.Channels(), asked.getFirst().speakers());
        assertEquals(List.of(new Speaker(1, "Amara")), transcripts.get(recording.id()).speakers());
    }

    @Test
    void twoMicrophonesThatHearTheSameTellNobodyApart() {
        Recording recording = live(Wav.tones(16_000, 440, 440), Wav.tones(16_000, 440, 440));
        work.begin(recording);
        manual.runAll();
        assertEquals(1, recordings.get(recording.id()).channels());
        assertEquals(new Speakers.Auto(), asked.getFirst().speakers());
        assertEquals(
                List.of(new Speaker(1, "Speaker 1")), transcripts.get(recording.id()).speakers());
    }

    @Test
    void whatIsNoSoundFailsWithOneSentenceAndIsKept() {
        Recording recording =
                closed("notes.wav", "This is text.".repeat(40).getBytes(StandardCharsets.UTF_8));
        work.begin(recording);
        manual.runAll();
        Recording refused = recordings.get(recording.id());
        Job job = manual.jobs.newestOf(recording.id()).orElseThrow();
        assertEquals(Recording.State.UNREADABLE, refused.state());
        assertEquals(Job.State.FAILED, job.state());
        assertEquals(refused.problem(), job.problem());
        assertTrue(String.valueOf(job.problem()).contains("notes.wav"), job.toString());
        assertTrue(recordings.original(recording.id()).toFile().exists());
        assertEquals(List.of(), asked);
    }

    @Test
    void aMissingModelFailsTheTranscribingAloneAndCanBeTriedAgain() {
        engineFails = new Problem.MissingModel("Install a model for Welsh.");
        Recording recording = closed("tone.wav", Wav.tone(16_000));
        work.begin(recording);
        manual.runAll();
        Job failed = manual.jobs.newestOf(recording.id()).orElseThrow();
        assertEquals("Install a model for Welsh.", failed.problem().message());
        assertEquals(Recording.State.READY, recordings.get(recording.id()).state());

        engineFails = null;
        manual.jobs.retry(failed.id());
        manual.runAll();
        assertTrue(transcripts.find(recording.id()).isPresent());
    }

    @Test
    void whatWasWithdrawnIsNotTranscribedUntilItIsGivenAgain() {
        withdrawn = "Bo has withdrawn.";
        Recording recording = closed("tone.wav", Wav.tone(16_000));
        work.begin(recording);
        manual.runAll();
        Job refused = manual.jobs.newestOf(recording.id()).orElseThrow();
        assertEquals(Job.State.FAILED, refused.state());
        assertEquals("Bo has withdrawn.", refused.problem().message());
        assertEquals(Recording.State.READY, recordings.get(recording.id()).state());
        assertEquals(List.of(), asked);

        withdrawn = null;
        manual.jobs.retry(refused.id());
        manual.runAll();
        assertTrue(transcripts.find(recording.id()).isPresent());
    }

    @Test
    void aWithdrawalStopsWhatListensAndWhatWaits() {
        Recording first = closed("tone.wav", Wav.tone(16_000));
        Recording second = closed("tone2.wav", Wav.tone(8_000));
        whileListening =
                () -> {
                    withdrawn = "Bo has withdrawn.";
                    work.stopHearing(session);
                };
        work.begin(first);
        work.begin(second);
        manual.runAll();
        assertEquals(1, asked.size(), "the second is not begun");
        for (Recording recording : List.of(first, second)) {
            Job job = manual.jobs.newestOf(recording.id()).orElseThrow();
            assertEquals(Job.State.FAILED, job.state());
            assertEquals("Bo has withdrawn.", job.problem().message());
            assertTrue(transcripts.find(recording.id()).isEmpty());
            assertEquals(Recording.State.READY, recordings.get(recording.id()).state());
        }
    }

    @Test
    void queuesWhatAServerClosedAndThenDied() {
        Recording recording = closed("tone.wav", Wav.tone(16_000));
        work.recover();
        work.recover();
        manual.runAll();
        assertEquals(Recording.State.READY, recordings.get(recording.id()).state());
        assertTrue(transcripts.find(recording.id()).isPresent());
        assertEquals(1, asked.size());
    }
}
