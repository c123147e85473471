package org.colloquy.suggestion;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.colloquy.assessment.Enrolments;
import org.colloquy.assessment.PlannedQuestion;
import org.colloquy.assessment.Session;
import org.colloquy.assessment.Sessions;
import org.colloquy.audit.Audit;
import org.colloquy.common.Cancellation;
import org.colloquy.common.Id;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.common.Progress;
import org.colloquy.criteria.Unit;
import org.colloquy.criteria.Units;
import org.colloquy.database.Database;
import org.colloquy.embedding.Embedder;
import org.colloquy.evidence.Strength;
import org.colloquy.evidence.Tag;
import org.colloquy.evidence.TagSource;
import org.colloquy.evidence.Tags;
import org.colloquy.history.Change;
import org.colloquy.history.ChangeKind;
import org.colloquy.history.History;
import org.colloquy.history.NewChange;
import org.colloquy.history.Reverser;
import org.colloquy.history.Touched;
import org.colloquy.redaction.Hidden;
import org.colloquy.redaction.Masks;
import org.colloquy.transcript.Transcript;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.Turn;
import org.colloquy.transcript.Word;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Which passages of a transcript may be evidence, and for what. Nothing here is evidence: a person
 * accepts a suggestion, which makes a tag, or refuses it, which is kept. Words that are hidden are
 * not read at all, whoever asks. Who may ask is known at the door.
 */
public final class Suggestions implements Reverser {
    /** Where one criterion of a passage is tagged or refused, the next best is shown. */
    private static final int KEPT = 8;

    private static final int SHOWN = 3;

    /** Less likely ones are not shown; by {@link Ranking}'s scale. */
    private static final double LEAST_SCORE = 0.3;

    private static final int EXAMPLES_OF_A_CRITERION = 20;

    /** A passage of which fewer words are as they were is another one. */
    private static final double SAME_WORDS = 0.75;

    private static final double SAME_QUESTION = 0.6;

    /** A mark is set a little before or after the question is put. */
    private static final long MARK_BEFORE_MILLIS = 45_000;

    private static final long MARK_AFTER_MILLIS = 10_000;

    /** A planned question that was marked as asked. */
    public record Asked(long atMillis, @Nullable String questionId) {}

    /** What this room is told by others of a recording. */
    public interface Circumstances {
        String sessionId(String recordingId);

        List<Asked> asked(String recordingId);

        /** Why nothing of a session may be read by a machine now. */
        Optional<String> refusal(String sessionId);
    }

    private final Jdbi jdbi;
    private final Clock clock;
    private final Transcripts transcripts;
    private final Sessions sessions;
    private final Enrolments enrolments;
    private final Units units;
    private final Tags tags;
    private final Masks masks;
    private final History history;
    private final Audit audit;
    private final Embedder embedder;
    private final Function<String, String> modelOfLanguage;
    private final Circumstances circumstances;
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
        this.sessions = sessions;
        this.enrolments = enrolments;
        this.units = units;
        this.tags = tags;
        this.masks = masks;
        this.history = history;
        this.audit = audit;
        this.embedder = embedder;
        this.modelOfLanguage = modelOfLanguage;
        this.circumstances = circumstances;
        history.register(this);
    }

    /** Looks for them in the recording's present transcript, and keeps them. */
    public void make(String recordingId, Progress progress, Cancellation cancellation) {
        Session session = sessions.get(circumstances.sessionId(recordingId));
        Transcript transcript = transcripts.get(recordingId);
        refuseWhatWasWithdrawn(session);
        Embedder vectors = embedderOf(transcript);
        progress.at("Looking for passages", 0.05);
        Discussion discussion = new Discussion(transcript, masks.hidden(recordingId));
        List<Discussion.Cut> cuts = discussion.passages(vectors);
        cancellation.check();
        progress.at("Looking for likely criteria", 0.4);
        List<SuggestionStore.Found> found = new ArrayList<>();
        Background background;
        try (Ranking ranking = new Ranking(wordings(session), vectors)) {
            ranking.learn(examples(session, transcript.id()));
            cancellation.check();
            List<Ranking.Reading> readings =
                    ranking.read(
                            cuts.stream().map(cut -> spoken(cut, recordingId, session)).toList());
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
        refuseWhatWasWithdrawn(session);
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
        refuseWhatWasWithdrawn(sessions.get(circumstances.sessionId(recordingId)));
    }

    /** Makes ready, beside the caller, for {@link #likely} to be asked soon. */
    public void warm(String recordingId) {
        Session session = sessions.get(circumstances.sessionId(recordingId));
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
                                                                wordings(session).stream()
                                                                        .map(Wording::text)
                                                                        .toList())));
    }

    private void refuseWhatWasWithdrawn(Session session) {
        circumstances
                .refusal(session.id())
                .ifPresent(
                        sentence -> {
                            throw new Problem.Conflict(sentence);
                        });
    }

    /** Null: the model does not know that language. */
    private @Nullable Embedder embedderOf(Transcript transcript) {
        return knows(transcript.language()) ? embedder : null;
    }

    /** Whether passages of that language are compared by meaning, not by common words alone. */
    public static boolean knows(String language) {
        return language.equals("en");
    }

    private List<Wording> wordings(Session session) {
        Unit unit = units.get(enrolments.get(session.enrolmentId()).unit().id());
        return unit.outcomes().stream()
                .flatMap(
                        outcome ->
                                outcome.criteria().stream()
                                        .map(
                                                one ->
                                                        new Wording(
                                                                one.id(),
                                                                one.text(),
                                                                outcome.text())))
                .toList();
    }

    /** What the centre tagged to these criteria in other recordings. */
    private List<Example> examples(Session session, String exceptTranscript) {
        Set<String> ids = wordings(session).stream().map(Wording::id).collect(Collectors.toSet());
        return tags.quotes(ids, exceptTranscript, EXAMPLES_OF_A_CRITERION).stream()
                .map(quoted -> new Example(quoted.criterionId(), quoted.quote()))
                .toList();
    }

    private Spoken spoken(Discussion.Cut cut, String recordingId, Session session) {
        return new Spoken(
                Discussion.text(cut.words()),
                cut.question(),
                planned(cut, circumstances.asked(recordingId), session));
    }

    /** The criteria of the planned question that was put before it, by its words or by a mark. */
    private static Set<String> planned(Discussion.Cut cut, List<Asked> asked, Session session) {
        Set<String> stems = Set.copyOf(SharedWords.stems(cut.question()));
        long start = cut.words().getFirst().startMillis();
        Set<String> marked =
                asked.stream()
                        .filter(
                                one ->
                                        one.atMillis() > start - MARK_BEFORE_MILLIS
                                                && one.atMillis() < start + MARK_AFTER_MILLIS)
                        .map(Asked::questionId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
        Set<String> planned = new LinkedHashSet<>();
        for (PlannedQuestion question : session.questions()) {
            Set<String> wanted = Set.copyOf(SharedWords.stems(question.text()));
            long both = wanted.stream().filter(stems::contains).count();
            if (marked.contains(question.id())
                    || !wanted.isEmpty() && both >= SAME_QUESTION * wanted.size()) {
                planned.addAll(question.criterionIds());
            }
        }
        return planned;
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
        if (present.isEmpty()
                || circumstances.refusal(circumstances.sessionId(recordingId)).isPresent()) {
            return new Suggested.All(false, false, List.of());
        }
        Transcript transcript = present.get();
        return jdbi.withHandle(
                handle -> {
                    Optional<SuggestionStore.Run> run = store.run(handle, transcript.id());
                    if (run.isEmpty()) {
                        return new Suggested.All(false, false, List.of());
                    }
                    Shown shown =
                            new Shown(
                                    transcript,
                                    masks.hidden(handle, recordingId),
                                    tags.list(recordingId),
                                    store.refusals(handle, transcript.id()));
                    List<SuggestionStore.Found> found = store.passages(handle, transcript.id());
                    List<Suggested> passages =
                            found.stream().flatMap(one -> shown.passage(one).stream()).toList();
                    return new Suggested.All(
                            true,
                            shown.dropped > 0 && shown.dropped * 10 >= found.size(),
                            passages);
                });
    }

    /** Stored passages in the light of the present words, tags and refusals. */
    private static final class Shown {
        private final Map<Integer, Integer> places = new HashMap<>();
        private final List<Word> words;
        private final Hidden hidden;
        private final List<Tag> tags;
        private final List<SuggestionStore.Refusal> refusals;
        private int dropped;

        Shown(
                Transcript transcript,
                Hidden hidden,
                List<Tag> tags,
                List<SuggestionStore.Refusal> refusals) {
            this.words = transcript.words();
            this.hidden = hidden;
            this.tags = tags.stream().filter(tag -> tag.state() != Tag.State.WITHDRAWN).toList();
            this.refusals = refusals.stream().filter(one -> !one.takenBack()).toList();
            for (int i = 0; i < words.size(); i++) {
                places.put(words.get(i).id(), i);
            }
        }

        Optional<Suggested> passage(SuggestionStore.Found found) {
            Integer first = places.get(found.firstWord());
            Integer last = places.get(found.lastWord());
            if (first == null || last == null || last < first || !isSame(found, first, last)) {
                dropped++;
                return Optional.empty();
            }
            List<Suggested.Likely> likely =
                    found.criteria().stream()
                            .filter(one -> one.score() >= LEAST_SCORE)
                            .filter(one -> isOpen(one.criterionId(), first, last))
                            .limit(SHOWN)
                            .map(
                                    one ->
                                            new Suggested.Likely(
                                                    one.criterionId(),
                                                    one.score(),
                                                    visible(one.words()),
                                                    because(one.reason(), visible(one.words()))))
                            .toList();
            return Optional.of(
                    new Suggested(
                            found.id(),
                            found.firstWord(),
                            found.lastWord(),
                            words.get(first).startMillis(),
                            words.get(last).endMillis(),
                            texts(visible(found.topic())),
                            likely));
        }

        private boolean isSame(SuggestionStore.Found found, int first, int last) {
            Map<Integer, Integer> left = new HashMap<>();
            found.hashes().forEach(hash -> left.merge(hash, 1, Integer::sum));
            int same = 0;
            int now = 0;
            for (Word word : words.subList(first, last + 1)) {
                if (hidden.hides(word.startMillis(), word.endMillis())) {
                    continue;
                }
                now++;
                if (left.merge(word.text().hashCode(), -1, Integer::sum) >= 0) {
                    same++;
                }
            }
            return now > 0 && same >= SAME_WORDS * Math.max(now, found.hashes().size());
        }

        /** Neither tagged there nor refused there: half of the passage decides. */
        private boolean isOpen(String criterionId, int first, int last) {
            return tags.stream()
                            .filter(tag -> tag.criterion().id().equals(criterionId))
                            .noneMatch(tag -> meets(tag.firstWord(), tag.lastWord(), first, last))
                    && refusals.stream()
                            .filter(one -> one.criterionId().equals(criterionId))
                            .noneMatch(one -> meets(one.firstWord(), one.lastWord(), first, last));
        }

        private boolean meets(int firstWord, int lastWord, int first, int last) {
            Integer from = places.get(firstWord);
            Integer to = places.get(lastWord);
            if (from == null || to == null) {
                return false;
            }
            int both = Math.min(to, last) - Math.max(from, first) + 1;
            return both * 2 >= Math.min(to - from, last - first) + 1;
        }

        private List<Integer> visible(List<Integer> ids) {
            return ids.stream()
                    .filter(
                            id -> {
                                Integer place = places.get(id);
                                return place != null
                                        && !hidden.hides(
                                                words.get(place).startMillis(),
                                                words.get(place).endMillis());
                            })
                    .toList();
        }

        private String texts(List<Integer> ids) {
            return String.join(" ", plain(ids, SHOWN + 1));
        }

        private List<String> plain(List<Integer> ids, int most) {
            return ids.stream()
                    .map(id -> words.get(Objects.requireNonNull(places.get(id))).text())
                    .map(text -> text.replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", ""))
                    .filter(text -> !text.isEmpty())
                    .map(text -> text.toLowerCase(Locale.ROOT))
                    .limit(most)
                    .toList();
        }

        String because(Match.Reason reason, List<Integer> ids) {
            String spoken = String.join(", ", plain(ids, SHOWN + 1));
            return switch (reason) {
                case QUESTION -> "answers a question that was planned for it";
                case EXAMPLE -> "like a passage that was tagged to it";
                case WORDS -> spoken.isEmpty() ? "is about something alike" : "speaks of " + spoken;
            };
        }
    }

    /**
     * All criteria of the unit for any passage, the likeliest first.
     *
     * @throws Problem.BadInput where those words are not in the transcript, in that order
     */
    public List<Suggested.Likely> likely(String transcriptId, int firstWord, int lastWord) {
        Transcript transcript = transcripts.getById(transcriptId);
        String recordingId = transcript.recordingId();
        Session session = sessions.get(circumstances.sessionId(recordingId));
        refuseWhatWasWithdrawn(session);
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
        Shown shown = new Shown(transcript, hidden, List.of(), List.of());
        try (Ranking ranking = new Ranking(wordings(session), embedderOf(transcript))) {
            ranking.learn(examples(session, transcriptId));
            Spoken spoken = spoken(new Discussion.Cut(words, ""), recordingId, session);
            return ranking.rank(spoken, background).stream()
                    .map(
                            match -> {
                                List<Integer> ids =
                                        match.words().stream().map(i -> words.get(i).id()).toList();
                                return new Suggested.Likely(
                                        match.criterionId(),
                                        round(match.score()),
                                        ids,
                                        shown.because(match.reason(), ids));
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
        SuggestionStore.Found passage = passage(transcriptId, passageId);
        SuggestionStore.Kept kept = kept(passage, criterionId);
        String recordingId = transcripts.getById(transcriptId).recordingId();
        return tags.list(recordingId).stream()
                .filter(tag -> tag.state() != Tag.State.WITHDRAWN)
                .filter(tag -> tag.criterion().id().equals(criterionId))
                .filter(
                        tag ->
                                tag.firstWord() == passage.firstWord()
                                        && tag.lastWord() == passage.lastWord())
                .findFirst()
                .orElseGet(
                        () ->
                                tags.create(
                                                personId,
                                                transcriptId,
                                                passage.firstWord(),
                                                passage.lastWord(),
                                                List.of(criterionId),
                                                reason,
                                                strength,
                                                new TagSource(
                                                        passageId,
                                                        kept.score(),
                                                        model(transcriptId)))
                                        .getFirst());
    }

    /** Keeps that a passage is no evidence for a criterion. Refused again it stays refused. */
    public void refuse(String personId, String transcriptId, String passageId, String criterionId) {
        SuggestionStore.Found passage = passage(transcriptId, passageId);
        SuggestionStore.Kept kept = kept(passage, criterionId);
        Transcript transcript = transcripts.getById(transcriptId);
        Session session = sessions.get(circumstances.sessionId(transcript.recordingId()));
        String number =
                units.get(enrolments.get(session.enrolmentId()).unit().id()).criteria().stream()
                        .filter(one -> one.id().equals(criterionId))
                        .findFirst()
                        .orElseThrow(Suggestions::notSuggested)
                        .number();
        Set<Integer> ids = new HashSet<>(List.of(passage.firstWord(), passage.lastWord()));
        List<Word> edges =
                transcript.words().stream().filter(word -> ids.contains(word.id())).toList();
        if (edges.isEmpty()) {
            throw gone();
        }
        long start = edges.getFirst().startMillis();
        List<Integer> turns =
                transcript.turns().stream()
                        .filter(
                                turn ->
                                        turn.startMillis() <= edges.getLast().endMillis()
                                                && turn.endMillis() >= start)
                        .map(Turn::id)
                        .toList();
        String model = model(transcriptId);
        jdbi.useTransaction(
                handle -> {
                    boolean refusedBefore =
                            store.refusals(handle, transcriptId).stream()
                                    .anyMatch(
                                            one ->
                                                    !one.takenBack()
                                                            && one.criterionId().equals(criterionId)
                                                            && one.firstWord()
                                                                    == passage.firstWord()
                                                            && one.lastWord()
                                                                    == passage.lastWord());
                    if (refusedBefore) {
                        return;
                    }
                    SuggestionStore.Refusal refusal =
                            new SuggestionStore.Refusal(
                                    Id.create(),
                                    criterionId,
                                    passage.firstWord(),
                                    passage.lastWord(),
                                    false);
                    store.refuse(handle, transcriptId, refusal, personId, Database.now(clock));
                    history.note(
                            handle,
                            new NewChange(
                                    transcript.recordingId(),
                                    personId,
                                    ChangeKind.SUGGESTION,
                                    "Refused a suggestion for " + number,
                                    turns,
                                    List.of(),
                                    start,
                                    "",
                                    "",
                                    state(refusal.id(), false, kept.score(), model),
                                    state(refusal.id(), true, kept.score(), model)));
                    auditRefusal(handle, personId, transcript.recordingId(), number, kept, model);
                });
    }

    private void auditRefusal(
            Handle handle,
            String personId,
            String recordingId,
            String number,
            SuggestionStore.Kept kept,
            String model) {
        audit.append(
                handle,
                personId,
                "refuse-suggestion",
                "recording",
                recordingId,
                Json.write(
                        Map.of(
                                "text",
                                "Refused a suggestion for " + number,
                                "score",
                                kept.score(),
                                "model",
                                model)));
    }

    record State(String refusal, boolean refused, double score, String model) {}

    private static String state(String refusal, boolean refused, double score, String model) {
        return Json.write(new State(refusal, refused, score, model));
    }

    @Override
    public Set<ChangeKind> kinds() {
        return Set.of(ChangeKind.SUGGESTION);
    }

    @Override
    public Touched restore(Handle handle, Change change, String from, String to) {
        State expected = Json.read(from, State.class);
        State wanted = Json.read(to, State.class);
        SuggestionStore.Refusal now =
                store.refusal(handle, expected.refusal()).orElseThrow(Suggestions::gone);
        if (now.takenBack() == expected.refused()) {
            throw new Problem.Conflict(
                    "That suggestion was answered anew since. Nothing was taken back.");
        }
        store.setTakenBack(handle, expected.refusal(), !wanted.refused());
        return Touched.ofTags();
    }

    private String model(String transcriptId) {
        return jdbi.withHandle(handle -> store.run(handle, transcriptId))
                .map(SuggestionStore.Run::model)
                .orElse("");
    }

    private SuggestionStore.Found passage(String transcriptId, String passageId) {
        return jdbi.withHandle(handle -> store.passages(handle, transcriptId)).stream()
                .filter(one -> one.id().equals(passageId))
                .findFirst()
                .orElseThrow(Suggestions::gone);
    }

    private static SuggestionStore.Kept kept(SuggestionStore.Found passage, String criterionId) {
        return passage.criteria().stream()
                .filter(one -> one.criterionId().equals(criterionId))
                .findFirst()
                .orElseThrow(Suggestions::notSuggested);
    }

    private static Problem.BadInput notSuggested() {
        return new Problem.BadInput(
                "That criterion was not suggested for this passage. You can tag the passage"
                        + " yourself.");
    }

    private static Problem.NotFound gone() {
        return new Problem.NotFound(
                "That suggestion is not there any more: suggestions were made anew. Nothing was"
                        + " changed; load them again.");
    }
}
