package org.colloquy.suggestion;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.colloquy.assessment.Enrolments;
import org.colloquy.assessment.Session;
import org.colloquy.assessment.Sessions;
import org.colloquy.audit.Audit;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Id;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.common.Text;
import org.colloquy.criteria.Units;
import org.colloquy.database.Database;
import org.colloquy.embedding.Embedder;
import org.colloquy.evidence.Strength;
import org.colloquy.evidence.Tag;
import org.colloquy.evidence.Tags;
import org.colloquy.history.History;
import org.colloquy.redaction.Hidden;
import org.colloquy.redaction.Masks;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.Word;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Which passages of a transcript may be evidence, and for what. Nothing here is evidence: a person
 * accepts a suggestion, which makes a tag, or refuses it, which is kept. Words that are hidden are
 * not read at all, whoever asks. Who may ask is known at the door.
 */
public final class Suggestions {
    /** Where one criterion of a passage is tagged or refused, the next best is shown. */
    private static final int KEPT = 8;

    private static final Text OTHER_LANGUAGE =
            Text.of(
                    "These rest on words that passage and criterion share, on planned questions and "
                            + "on earlier tags: what is meant is compared in English only.");

    /** A planned question that was marked as asked. */
    public record Asked(long atMillis, @Nullable String questionId) {}

    /** What this room is told by others of a recording. */
    public interface Circumstances {
        String sessionId(String recordingId);

        List<Asked> asked(String recordingId);

        /** Why nothing of a session may be read by a machine now. */
        Optional<Text> refusal(String sessionId);
    }

    private final Jdbi jdbi;
    private final Clock clock;
    private final Transcripts transcripts;
    private final Tags tags;
    private final Masks masks;
    private final Answers answers;
    private final Surroundings surroundings;
    private final Embedder embedder;
    private final Function<String, String> modelOfLanguage;
    private final SuggestionStore store = new SuggestionStore();

    /**
     * @param modelOfLanguage name and hash of what ranks in a language, for the audit trail
     */
    public Suggestions(
            Database database,
            Clock clock,
            Transcripts transcripts,
            Sessions sessions,
            Enrolments enrolments,
            Units units,
            Tags tags,
            Masks masks,
            History history,
            Audit audit,
            Embedder embedder,
            Function<String, String> modelOfLanguage,
            Circumstances circumstances) {
        this.jdbi = database.jdbi();
        this.clock = clock;
        this.transcripts = transcripts;
        this.tags = tags;
        this.masks = masks;
        this.embedder = embedder;
        this.modelOfLanguage = modelOfLanguage;
        this.surroundings = new Surroundings(sessions, enrolments, units, tags, circumstances);
        this.answers = new Answers(jdbi, clock, transcripts, tags, history, audit);
        history.register(answers);
    }

    /** Looks for them in the recording's present transcript, and keeps them. */
    public void make(String recordingId, Progress progress, Cancellation cancellation) {
        Session session = surroundings.session(recordingId);
        Transcript transcript = transcripts.get(recordingId);
        surroundings.refuseWhatWasWithdrawn(session);
        Embedder vectors = embedderOf(transcript);
        progress.at(Text.of("Looking for passages"), 0.05);
        Discussion discussion = new Discussion(transcript, masks.hidden(recordingId));
        List<Discussion.Cut> cuts = discussion.passages(vectors);
        cancellation.check();
        progress.at(Text.of("Looking for likely criteria"), 0.4);
        List<SuggestionStore.Found> found = new ArrayList<>();
        Background background;
        try (Ranking ranking = new Ranking(surroundings.wordings(session), vectors)) {
            ranking.learn(surroundings.examples(session, transcript.id()));
            cancellation.check();
            List<Ranking.Reading> readings =
                    ranking.read(
                            cuts.stream()
                                    .map(cut -> surroundings.spoken(cut, recordingId, session))
                                    .toList());
            background = ranking.backgroundOf(readings);
            List<List<Integer>> topics = Discussion.topics(cuts);
            for (int i = 0; i < cuts.size(); i++) {
                found.add(
                        found(
                                cuts.get(i).words(),
                                topics.get(i),
                                ranking.rank(readings.get(i), background)));
            }
        }
        cancellation.check();
        surroundings.refuseWhatWasWithdrawn(session);
        jdbi.useTransaction(
                handle ->
                        store.replace(
                                handle,
                                new SuggestionStore.Run(
                                        transcript.id(),
                                        transcript.version(),
                                        modelOfLanguage.apply(transcript.language()),
                                        background),
                                found,
                                Database.now(clock)));
    }

    /**
     * @throws Problem.Conflict where somebody took back that a machine reads the session
     */
    public void requireAllowed(String recordingId) {
        surroundings.refuseWhatWasWithdrawn(surroundings.session(recordingId));
    }

    /** Makes ready, beside the caller, for {@link #likely} to be asked soon. */
    public void warm(String recordingId) {
        Session session = surroundings.session(recordingId);
        transcripts
                .find(recordingId)
                .filter(transcript -> knows(transcript.language()))
                .ifPresent(
                        transcript ->
                                Thread.ofVirtual()
                                        .name("warm-suggestions")
                                        .start(
                                                () ->
                                                        embedder.warm(
                                                                Wording.sayings(
                                                                        surroundings.wordings(
                                                                                session)))));
    }

    /** Null: the model does not know that language. */
    private @Nullable Embedder embedderOf(Transcript transcript) {
        return knows(transcript.language()) ? embedder : null;
    }

    /** Whether passages of that language are compared by meaning, not by common words alone. */
    public static boolean knows(String language) {
        return language.equals("en");
    }

    private static SuggestionStore.Found found(
            List<Word> words, List<Integer> topic, List<Match> matches) {
        return new SuggestionStore.Found(
                Id.create(),
                words.getFirst().id(),
                words.getLast().id(),
                words.stream().map(word -> word.text().hashCode()).toList(),
                topic,
                matches.stream()
                        .limit(KEPT)
                        .map(
                                match ->
                                        new SuggestionStore.Kept(
                                                match.criterionId(),
                                                round(match.score()),
                                                match.words().stream()
                                                        .map(i -> words.get(i).id())
                                                        .toList(),
                                                match.reason()))
                        .toList());
    }

    private static double round(double score) {
        return Math.round(score * 1000) / 1000.0;
    }

    /** What is suggested in the recording's present transcript, in its present words. */
    public Suggested.All list(String recordingId) {
        Optional<Transcript> present = transcripts.find(recordingId);
        if (present.isEmpty() || !surroundings.isAllowed(recordingId)) {
            return new Suggested.All(false, false, null, List.of());
        }
        Transcript transcript = present.get();
        return jdbi.withHandle(
                handle -> {
                    Optional<SuggestionStore.Run> run = store.run(handle, transcript.id());
                    if (run.isEmpty()) {
                        return new Suggested.All(false, false, null, List.of());
                    }
                    Shown shown =
                            new Shown(
                                    surroundings.numbers(recordingId),
                                    transcript,
                                    masks.hidden(handle, recordingId),
                                    tags.list(recordingId),
                                    store.refusals(handle, transcript.id()));
                    List<SuggestionStore.Found> found = store.passages(handle, transcript.id());
                    List<Suggested> passages =
                            found.stream().flatMap(one -> shown.passage(one).stream()).toList();
                    return new Suggested.All(
                            true,
                            shown.dropped() > 0 && shown.dropped() * 10 >= found.size(),
                            knows(transcript.language()) ? null : OTHER_LANGUAGE,
                            passages);
                });
    }

    /**
     * All criteria of the unit for any passage, the likeliest first.
     *
     * @throws Problem.BadInput where those words are not in the transcript, in that order
     */
    public List<Suggested.Likely> likely(String transcriptId, int firstWord, int lastWord) {
        Transcript transcript = transcripts.getById(transcriptId);
        String recordingId = transcript.recordingId();
        Session session = surroundings.session(recordingId);
        surroundings.refuseWhatWasWithdrawn(session);
        Hidden hidden = masks.hidden(recordingId);
        List<Integer> order = transcript.words().stream().map(Word::id).toList();
        if (order.indexOf(firstWord) < 0 || order.indexOf(lastWord) < order.indexOf(firstWord)) {
            throw new Problem.BadInput(
                    "Those words are not in this transcript any more: load the page again.");
        }
        List<Word> words =
                transcript
                        .words()
                        .subList(order.indexOf(firstWord), order.indexOf(lastWord) + 1)
                        .stream()
                        .filter(word -> !hidden.hides(word.startMillis(), word.endMillis()))
                        .limit(Segmentation.MOST_WORDS)
                        .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        Background background =
                jdbi.withHandle(handle -> store.run(handle, transcriptId))
                        .map(SuggestionStore.Run::background)
                        .orElse(new Background(List.of(), 0));
        Shown shown =
                new Shown(
                        surroundings.numbers(recordingId),
                        transcript,
                        hidden,
                        List.of(),
                        List.of());
        try (Ranking ranking =
                new Ranking(surroundings.wordings(session), embedderOf(transcript))) {
            ranking.learn(surroundings.examples(session, transcriptId));
            Spoken spoken =
                    surroundings.spoken(
                            new Discussion.Cut(
                                    words,
                                    new Discussion(transcript, hidden)
                                            .questionBefore(words.getFirst().id())),
                            recordingId,
                            session);
            return ranking.rank(spoken, background).stream()
                    .map(
                            match -> {
                                List<Integer> ids =
                                        match.words().stream().map(i -> words.get(i).id()).toList();
                                return new Suggested.Likely(
                                        match.criterionId(),
                                        round(match.score()),
                                        ids,
                                        shown.because(match.criterionId(), match.reason(), ids));
                            })
                    .toList();
        }
    }

    /**
     * Makes a tag of a suggestion. Accepted again it is the tag that is there.
     *
     * @throws Problem.NotFound where there is no such passage any more
     */
    public Tag accept(
            String personId,
            String transcriptId,
            String passageId,
            String criterionId,
            Strength strength,
            String reason) {
        return answers.accept(personId, transcriptId, passageId, criterionId, strength, reason);
    }

    /** Keeps that a passage is no evidence for a criterion. Refused again it stays refused. */
    public void refuse(String personId, String transcriptId, String passageId, String criterionId) {
        answers.refuse(
                personId, transcriptId, passageId, criterionId, number(transcriptId, criterionId));
    }

    private String number(String transcriptId, String criterionId) {
        String number =
                surroundings
                        .numbers(transcripts.getById(transcriptId).recordingId())
                        .get(criterionId);
        if (number == null) {
            throw Answers.notSuggested();
        }
        return number;
    }
}
