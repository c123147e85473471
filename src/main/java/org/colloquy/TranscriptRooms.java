package org.colloquy;

import java.time.Clock;
import java.util.function.Consumer;
import org.colloquy.audit.Audit;
import org.colloquy.database.Database;
import org.colloquy.evidence.Reanchoring;
import org.colloquy.history.History;
import org.colloquy.suggestion.CarriedSuggestions;
import org.colloquy.transcript.Checks;
import org.colloquy.transcript.Corrections;
import org.colloquy.transcript.Deltas;
import org.colloquy.transcript.Hearings;
import org.colloquy.transcript.Replacements;
import org.colloquy.transcript.SecondOpinions;
import org.colloquy.transcript.SpeakerChanges;
import org.colloquy.transcript.TranscriptJoin;
import org.colloquy.transcript.Transcripts;
import org.colloquy.transcript.TurnChange;
import org.colloquy.transcript.TurnCuts;
import org.colloquy.transcript.WordSteps;

/** The rooms of what was said, and of the steps by which people change it. */
final class TranscriptRooms {
    final Audit audit;
    final History history;
    final Transcripts transcripts;
    final Reanchoring reanchoring;
    final CarriedSuggestions carriedSuggestions;
    final Hearings hearings;
    final Corrections corrections;
    final SpeakerChanges speakerChanges;
    final Deltas deltas;
    final TurnCuts turnCuts;
    final Replacements replacements;
    final Checks checks;
    final SecondOpinions opinions;
    final TranscriptJoin join;

    /**
     * @param heard gets the id of a recording whose present transcript is another
     * @param changed gets the id of a recording of which people changed something
     */
    TranscriptRooms(
            Database database, Clock clock, Consumer<String> heard, Consumer<String> changed) {
        audit = new Audit(database, clock);
        history = new History(database, clock, audit, changed);
        transcripts = new Transcripts(database);
        reanchoring = new Reanchoring(database, transcripts);
        carriedSuggestions = new CarriedSuggestions(database, transcripts);
        TurnChange.Listener holders = reanchoring.and(carriedSuggestions);
        WordSteps wordSteps = new WordSteps(database, clock, holders);
        history.register(wordSteps);
        hearings =
                new Hearings(
                        database,
                        clock,
                        transcripts,
                        wordSteps.closing(
                                history,
                                (earlier, later, carried) -> {
                                    reanchoring.accepted(earlier, later, carried);
                                    carriedSuggestions.accepted(earlier, later, carried);
                                }),
                        heard);
        corrections = new Corrections(database, clock, history, holders, changed);
        speakerChanges = new SpeakerChanges(database, clock, transcripts, history, changed);
        deltas = new Deltas(database);
        turnCuts = new TurnCuts(database, history, deltas, changed);
        replacements = new Replacements(database, clock, history, deltas, holders, changed);
        checks = new Checks(database, clock, history, deltas, wordSteps);
        history.register(checks);
        opinions = new SecondOpinions(database, clock, transcripts, corrections);
        join = new TranscriptJoin(database, clock);
    }
}
