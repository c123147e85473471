package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.colloquy.assessment.Access;
import org.colloquy.assessment.Consents;
import org.colloquy.assessment.Scope;
import org.colloquy.assessment.Sessions;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.jobs.Job;
import org.colloquy.jobs.Jobs;
import org.colloquy.media.Peaks;
import org.colloquy.people.Role;
import org.colloquy.people.Viewer;
import org.colloquy.recording.Recording;
import org.colloquy.recording.RecordingRequest;
import org.colloquy.recording.Recordings;
import org.colloquy.redaction.Hidden;
import org.colloquy.redaction.Masks;
import org.colloquy.speech.SpeechRequest;
import org.colloquy.transcript.Transcripts;
import org.jspecify.annotations.Nullable;

/** Recordings: piece by piece in, and out for the player. */
public final class RecordingRoutes {
    private static final Set<Role> ASSESSORS = EnumSet.of(Role.ASSESSOR);
    private static final String HASH = "X-Content-SHA-256";
    private static final String PART = "X-Part";
    private static final Map<String, String> ENDINGS =
            Map.ofEntries(
                    Map.entry("audio/webm", "webm"),
                    Map.entry("video/webm", "webm"),
                    Map.entry("audio/mp4", "m4a"),
                    Map.entry("video/mp4", "mp4"),
                    Map.entry("audio/ogg", "ogg"),
                    Map.entry("audio/wav", "wav"),
                    Map.entry("audio/mpeg", "mp3"),
                    Map.entry("audio/flac", "flac"),
                    Map.entry("audio/aac", "aac"),
                    Map.entry("audio/amr", "amr"),
                    Map.entry("video/3gpp", "3gp"),
                    Map.entry("video/quicktime", "mov"));

    record CompleteRequest(
            @Nullable Long lengthBytes,
            @Nullable String sha256,
            @Nullable TranscribeRequest transcribe) {}

    record SetAsideRequest(boolean setAside) {}

    record NameRequest(String name) {}

    private final Recordings recordings;
    private final Sessions sessions;
    private final Access access;
    private final Masks masks;
    private final Jobs jobs;
    private final Transcripts transcripts;
    private final RecordingViews views;
    private final Consumer<SpeechRequest> check;
    private final Consents consents;

    /**
     * @param check refuses, in a sentence, what no installed model can do
     */
    public RecordingRoutes(
            Recordings recordings,
            Sessions sessions,
            Access access,
            Masks masks,
            Jobs jobs,
            Transcripts transcripts,
            RecordingViews views,
            Consumer<SpeechRequest> check,
            Consents consents) {
        this.recordings = recordings;
        this.sessions = sessions;
        this.access = access;
        this.masks = masks;
        this.jobs = jobs;
        this.transcripts = transcripts;
        this.views = views;
        this.check = check;
        this.consents = consents;
    }

    public void addTo(Routes routes) {
        String one = "/api/recordings/{id}";
        routes.on(HandlerType.POST, "/api/sessions/{id}/recordings", ASSESSORS, this::create)
                .on(HandlerType.PUT, one + "/chunks/{number}", ASSESSORS, this::append)
                .on(HandlerType.POST, one + "/complete", ASSESSORS, this::complete)
                .on(HandlerType.GET, one, Routes.SIGNED_IN, this::get)
                .on(HandlerType.GET, one + "/audio", Routes.SIGNED_IN, this::audio)
                .on(HandlerType.GET, one + "/original", Routes.SIGNED_IN, this::original)
                .on(HandlerType.GET, one + "/peaks", Routes.SIGNED_IN, this::peaks)
                .on(HandlerType.PUT, one + "/name", ASSESSORS, this::rename)
                .on(HandlerType.POST, one + "/set-aside", ASSESSORS, this::setAside)
                .on(HandlerType.POST, one + "/transcribe", ASSESSORS, this::transcribe);
    }

    private void create(Call call) {
        String session = call.path("id");
        access.requireWrite(call.viewer(), Access.Thing.SESSION, session);
        RecordingRequest request = call.body(RecordingRequest.class);
        String given = request.id();
        if (given != null && recordings.find(given).isPresent()) {
            // Begun before, and the answer was lost: what was withdrawn since does not undo it.
            call.json(views.of(call.viewer(), recordings.create(call.viewer(), session, request)));
        } else {
            consents.require(session, Scope.RECORD);
            call.created(
                    views.of(call.viewer(), recordings.create(call.viewer(), session, request)));
        }
    }

    private void append(Call call) {
        String id = writable(call);
        int number = call.pathNumber("number");
        long announced = call.context().req().getContentLengthLong();
        byte[] bytes = announced > Recordings.MOST_CHUNK_BYTES ? null : read(call);
        if (bytes == null || bytes.length > Recordings.MOST_CHUNK_BYTES) {
            throw Recordings.tooLarge();
        }
        if (announced >= 0 && bytes.length != announced) {
            throw cutOff(null);
        }
        call.json(recordings.append(id, number, part(call), bytes, call.context().header(HASH)));
    }

    private static int part(Call call) {
        String given = call.context().header(PART);
        if (given == null) {
            return 0;
        }
        if (!given.matches("\\d{1,6}")) {
            throw new Problem.BadInput(
                    "The part that a piece of a recording belongs to is a whole number from 0.",
                    Map.of("reason", "part"));
        }
        return Integer.parseInt(given);
    }

    private static byte[] read(Call call) {
        try (InputStream body = call.context().req().getInputStream()) {
            return body.readNBytes(Recordings.MOST_CHUNK_BYTES + 1);
        } catch (IOException broken) {
            throw cutOff(broken);
        }
    }

    private static Problem cutOff(@Nullable IOException broken) {
        Text sentence =
                Text.of(
                        "That piece did not arrive whole, and nothing of it was kept. "
                                + "Send it again.",
                        Map.of("reason", "cut-off"));
        return broken == null
                ? new Problem.BadInput(sentence)
                : new Problem.BadInput(sentence, broken);
    }

    private void complete(Call call) {
        String id = writable(call);
        CompleteRequest request = call.body(CompleteRequest.class);
        TranscribeRequest asked = request.transcribe();
        if (asked != null && asked.isPart()) {
            throw new Problem.BadInput(
                    "A recording is transcribed whole at first, and in parts when it is heard"
                            + " again.");
        }
        String parameters = parameters(call.viewer(), id, asked);
        Recording closed = recordings.complete(id, request.lengthBytes(), request.sha256());
        if (closed.state() == Recording.State.PREPARING && jobs.newestOf(id).isEmpty()) {
            jobs.submit(Job.Kind.PREPARE, id, parameters);
        }
        call.json(views.of(call.viewer(), recordings.get(id)));
    }

    private String parameters(Viewer viewer, String id, @Nullable TranscribeRequest asked) {
        return inLanguage(viewer, id, asked == null ? TranscribeRequest.automatic(null) : asked)
                .text();
    }

    private TranscribeRequest inLanguage(Viewer viewer, String id, TranscribeRequest asked) {
        return asked.inLanguage(sessions.get(viewer, recordings.get(id).sessionId()).language());
    }

    private void get(Call call) {
        call.json(views.of(call.viewer(), recordings.get(readable(call))));
    }

    private void audio(Call call) throws IOException {
        Recording recording = recordings.get(readable(call));
        RangedFile.muted(
                        recordings.audio(recording.id()),
                        tag(recording, "w"),
                        new Mute(masks.hiddenFrom(call.viewer(), recording.id())))
                .answer(call.context());
    }

    /** Saved, never shown: a browser must not take what somebody sent for a page of ours. */
    private void original(Call call) throws IOException {
        Recording recording = recordings.get(readable(call));
        if (!masks.hiddenFrom(call.viewer(), recording.id()).isEmpty()) {
            throw new Problem.Forbidden(
                    "Something in this recording is redacted, so its original file stays here. You"
                            + " can listen to it without those passages.");
        }
        new RangedFile(
                        recordings.original(recording.id()),
                        "application/octet-stream",
                        tag(recording, "o"),
                        savedName(recording.fileName(), recording.mediaType()))
                .answer(call.context());
    }

    /** A name that a person gave has no ending, and without one no player takes the file. */
    static String savedName(String name, String mediaType) {
        String type = mediaType.replaceFirst("\\s*;.*", "").toLowerCase(Locale.ROOT);
        String ending = ENDINGS.get(type);
        return ending == null || name.matches("(?s).*\\.(3gp|[A-Za-z][A-Za-z0-9]{1,4})")
                ? name
                : name + "." + ending;
    }

    private void peaks(Call call) throws IOException {
        Recording recording = recordings.get(readable(call));
        Hidden hidden = masks.hiddenFrom(call.viewer(), recording.id());
        if (!hidden.isEmpty()) {
            call.json(
                    FlatPeaks.within(
                            hidden,
                            Json.read(
                                    Files.readString(recordings.peaks(recording.id())),
                                    Peaks.class)));
            return;
        }
        new RangedFile(
                        recordings.peaks(recording.id()),
                        "application/json",
                        tag(recording, "p"),
                        null)
                .answer(call.context());
    }

    private static String tag(Recording recording, String what) {
        return what + recording.lengthBytes() + "-" + recording.sha256();
    }

    private void rename(Call call) {
        String id = writable(call);
        call.json(
                views.of(
                        call.viewer(), recordings.rename(id, call.body(NameRequest.class).name())));
    }

    private void setAside(Call call) {
        String id = writable(call);
        call.json(
                views.of(
                        call.viewer(),
                        recordings.setAside(id, call.body(SetAsideRequest.class).setAside())));
    }

    private void transcribe(Call call) {
        String id = writable(call);
        TranscribeRequest asked = call.body(TranscribeRequest.class);
        Recording recording = recordings.get(id);
        consents.require(recording.sessionId(), Scope.TRANSCRIBE);
        if (recording.state() != Recording.State.READY) {
            throw new Problem.Conflict(
                    "This recording cannot be transcribed yet: its sound is not ready.");
        }
        Double duration = recording.durationSeconds();
        boolean byChannel = asked.speakers() == null && recording.tellsSpeakersByChannel();
        TranscribeRequest within =
                (byChannel ? asked.byChannel() : asked).within(duration == null ? 0 : duration);
        if (within.isPart() && transcripts.findPresentId(id).isEmpty()) {
            throw new Problem.Conflict(
                    "This recording has no transcript yet: transcribe the whole of it first.");
        }
        TranscribeRequest request = inLanguage(call.viewer(), id, within);
        check.accept(request.toSpeechRequest());
        call.json(jobs.submit(Job.Kind.TRANSCRIBE, id, request.text()));
    }

    private String readable(Call call) {
        access.requireRead(call.viewer(), Access.Thing.RECORDING, call.path("id"));
        return call.path("id");
    }

    private String writable(Call call) {
        access.requireWrite(call.viewer(), Access.Thing.RECORDING, call.path("id"));
        return call.path("id");
    }
}
