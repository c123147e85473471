package org.colloquy.transcript;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.colloquy.database.Database;
import org.colloquy.history.ChangeKind;
import org.colloquy.history.History;
import org.colloquy.history.NewChange;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A change of who speaks as a step: it is done in one transaction, logged, counted, and can be
 * taken back.
 */
final class SpeakerSteps {
    /** More voices than this are not told apart in one recording. */
    static final int MOST_SPEAKERS = 50;

    /** One change on its way. */
    record Change(
            Handle handle, TranscriptStore.Header header, String personId, List<Speaker> named) {
        String id() {
            return header.id();
        }
    }

    interface Work {
        /** Whether it changed anything. */
        boolean done(Change change);
    }

    private final Jdbi jdbi;
    private final Clock clock;
    private final History history;
    private final Consumer<String> onChange;
    private final TranscriptStore store = new TranscriptStore();
    private final TurnStore turns = new TurnStore();
    private final SpeakerStore speakers = new SpeakerStore();
    private final Scenes scenes = new Scenes();
    private final ChangeGuard guard = new ChangeGuard();

    SpeakerSteps(Jdbi jdbi, Clock clock, History history, Consumer<String> onChange) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.history = history;
        this.onChange = onChange;
    }

    /** Does it in a transaction, to the transcript that people read. */
    void change(String personId, String transcriptId, Work work) {
        String changed =
                jdbi.inTransaction(
                        handle -> {
                            TranscriptStore.Header header = guard.present(handle, transcriptId);
                            Change change =
                                    new Change(
                                            handle,
                                            header,
                                            personId,
                                            store.speakers(handle, transcriptId));
                            return work.done(change) ? header.recordingId() : null;
                        });
        if (changed != null) {
            onChange.accept(changed);
        }
    }

    /**
     * Writes down whose words are whose now, in turns that nobody changed meanwhile.
     *
     * @param beside other turns that change with them
     * @return those turns as they were; null where nothing is other than before
     */
    @Nullable Scene revoiced(
            Change change,
            List<Revoicing.Part> before,
            Revoicing.Result result,
            List<Integer> beside,
            int version) {
        if (result.given().isEmpty()) {
            return null;
        }
        guard.requireUnchanged(change.handle(), change.header(), result.given(), version);
        Set<Revoicing.Part> stay = new HashSet<>(result.parts());
        List<Integer> changed = new ArrayList<>(beside);
        before.stream()
                .filter(part -> !stay.contains(part))
                .forEach(part -> changed.add(part.turn().id()));
        Scene scene = scenes.read(change.handle(), change.id(), changed);
        speakers.change(
                change.handle(),
                change.id(),
                before,
                result.parts(),
                change.header().version() + 1);
        return scene;
    }

    /**
     * The change is logged, counted and a step of the history; a voice that got its first words is
     * known from now on.
     */
    void keep(Change change, Scene before, @Nullable Integer speaker, SpeakerEntry entry) {
        if (speaker != null) {
            requireSpeaker(speaker);
            boolean known =
                    store.speakers(change.handle(), change.id()).stream()
                            .anyMatch(one -> one.number() == speaker);
            if (!known) {
                speakers.name(change.handle(), change.id(), Speaker.unnamed(speaker));
            }
        }
        int next = change.header().version() + 1;
        turns.setVersion(change.handle(), change.id(), next);
        speakers.log(
                change.handle(), change.id(), next, change.personId(), Database.now(clock), entry);
        note(change, before, entry);
    }

    private void note(Change change, Scene scene, SpeakerEntry entry) {
        Handle handle = change.handle();
        Stages.Pair pair =
                Stages.pair(handle, change.header(), scene, turns, scenes, change.named(), store);
        Scene before = pair.before().with(pair.namesBefore(), entry.back());
        Scene after = pair.after().with(pair.namesAfter(), entry);
        Long start = entry.kind() == SpeakerChange.Kind.NAME ? null : before.startMillis();
        history.note(
                handle,
                new NewChange(
                        change.header().recordingId(),
                        change.personId(),
                        ChangeKind.SPEAKER,
                        sentence(entry, start),
                        before.turnIds(),
                        List.of(),
                        start,
                        entry.before(),
                        entry.after(),
                        before.json(),
                        after.json()));
    }

    private static Text sentence(SpeakerEntry entry, @Nullable Long start) {
        return switch (entry.kind()) {
            case TURN -> TimeText.at(start, Text.of("Gave a turn to another speaker"));
            case WORDS -> TimeText.at(start, Text.of("Gave words to another speaker"));
            case SWAP ->
                    entry.firstWord() == null
                            ? Text.of("Swapped two speakers.")
                            : TimeText.at(start, Text.of("Swapped two speakers from a turn on"));
            case NAME -> Text.of("Named a speaker.");
        };
    }

    /** As people read it: of nobody known too. */
    String nameOf(Change change, @Nullable Integer speaker) {
        if (speaker == null) {
            return Speaker.NOBODY;
        }
        return store.speakers(change.handle(), change.id()).stream()
                .filter(one -> one.number() == speaker)
                .map(Speaker::name)
                .findFirst()
                .orElse(Speaker.unnamed(speaker).name());
    }

    static void requireSpeaker(int number) {
        if (number < 1 || number > MOST_SPEAKERS) {
            throw new Problem.BadInput(
                    "There is no speaker {number}: give one from 1 to {mostSpeakers}.",
                    Map.of("number", Integer.toString(number), "mostSpeakers", MOST_SPEAKERS));
        }
    }
}
