package org.colloquy;

import org.colloquy.people.SetupKey;
import org.colloquy.recording.Recordings;
import org.colloquy.search.Searches;
import org.colloquy.speech.Transcriber;
import org.colloquy.web.ArrivalRoutes;
import org.colloquy.web.CaptionRoutes;
import org.colloquy.web.ConsentRoutes;
import org.colloquy.web.DescriptionRoutes;
import org.colloquy.web.EditingRoutes;
import org.colloquy.web.EnrolmentRoutes;
import org.colloquy.web.EvidenceRoutes;
import org.colloquy.web.GlossaryRoutes;
import org.colloquy.web.HearingRoutes;
import org.colloquy.web.HistoryRoutes;
import org.colloquy.web.JobRoutes;
import org.colloquy.web.JoinRoutes;
import org.colloquy.web.LiveRecordingRoutes;
import org.colloquy.web.MarkRoutes;
import org.colloquy.web.MeRoutes;
import org.colloquy.web.ModelRoutes;
import org.colloquy.web.NoticeRoutes;
import org.colloquy.web.OpinionRoutes;
import org.colloquy.web.OtherEvidenceRoutes;
import org.colloquy.web.PassageRoutes;
import org.colloquy.web.PeopleRoutes;
import org.colloquy.web.RecordingRoutes;
import org.colloquy.web.RecordingViews;
import org.colloquy.web.RedactionRoutes;
import org.colloquy.web.Routes;
import org.colloquy.web.SampleRoutes;
import org.colloquy.web.SearchRoutes;
import org.colloquy.web.SessionRoutes;
import org.colloquy.web.SetupRoutes;
import org.colloquy.web.SpeakerRoutes;
import org.colloquy.web.SuggestionRoutes;
import org.colloquy.web.TranscriptRoutes;
import org.colloquy.web.UnitRoutes;

/** All routes of the house, each given the rooms that it opens into. */
final class Doors {
    private Doors() {}

    static Routes routes(
            CentreRooms centre,
            TranscriptRooms spoken,
            EvidenceRooms evidence,
            WorkRooms work,
            SetupKey setupKey,
            Recordings recordings,
            Searches searches) {
        Routes routes = new Routes();
        new SetupRoutes(centre.people, centre.signIns, setupKey, Application.version())
                .addTo(routes);
        new SampleRoutes(work.sampleCentre, setupKey, centre.people, centre.signIns).addTo(routes);
        new PeopleRoutes(centre.people, centre.signIns).addTo(routes);
        new MeRoutes(centre.personKeys).addTo(routes);
        new UnitRoutes(centre.units).addTo(routes);
        new EnrolmentRoutes(centre.enrolments).addTo(routes);
        new GlossaryRoutes(centre.glossaries, centre.vocabularies, centre.access).addTo(routes);
        new ModelRoutes(work.modelStock).addTo(routes);
        RecordingViews views =
                new RecordingViews(
                        recordings,
                        centre.sessions,
                        centre.access,
                        work.jobs,
                        spoken.transcripts,
                        spoken.hearings);
        new SessionRoutes(
                        centre.sessions,
                        centre.enrolments,
                        centre.access,
                        centre.units,
                        views::ofSession)
                .addTo(routes);
        new JoinRoutes(work.sessionJoin::join, views, centre.access).addTo(routes);
        new LiveRecordingRoutes(
                        recordings,
                        views,
                        centre.sessions,
                        centre.enrolments,
                        centre.access,
                        evidence.masks,
                        centre.consents)
                .addTo(routes);
        new RecordingRoutes(
                        recordings,
                        centre.sessions,
                        centre.access,
                        evidence.masks,
                        work.jobs,
                        spoken.transcripts,
                        views,
                        new Transcriber(work.models)::check,
                        centre.consents)
                .addTo(routes);
        new MarkRoutes(
                        evidence.marks,
                        evidence.snapping,
                        recordings,
                        centre.sessions,
                        centre.enrolments,
                        centre.units,
                        centre.access,
                        evidence.redacted)
                .addTo(routes);
        new CaptionRoutes(
                        work.captions,
                        centre.sessions,
                        centre.access,
                        centre.signIns,
                        centre.consents)
                .addTo(routes);
        new ArrivalRoutes(work.arrivals, views, centre.access, centre.consents).addTo(routes);
        new NoticeRoutes(centre.notices).addTo(routes);
        new ConsentRoutes(
                        centre.consents,
                        centre.notices,
                        centre.identityChecks,
                        centre.sessions,
                        centre.enrolments,
                        centre.units,
                        centre.access)
                .addTo(routes);
        new JobRoutes(work.jobs, centre.access).addTo(routes);
        new TranscriptRoutes(
                        spoken.transcripts, spoken.corrections, evidence.redacted, centre.access)
                .addTo(routes);
        new EditingRoutes(
                        spoken.deltas,
                        spoken.turnCuts,
                        spoken.replacements,
                        spoken.checks,
                        evidence.masks,
                        centre.access)
                .addTo(routes);
        new HistoryRoutes(
                        spoken.history,
                        spoken.audit,
                        spoken.deltas,
                        evidence.tags,
                        evidence.tagViews,
                        evidence.masks,
                        evidence.redacted,
                        centre.access)
                .addTo(routes);
        new SpeakerRoutes(spoken.speakerChanges, spoken.transcripts, centre.access).addTo(routes);
        new HearingRoutes(
                        spoken.hearings,
                        spoken.transcripts,
                        spoken.reanchoring,
                        evidence.redacted,
                        centre.access)
                .addTo(routes);
        new OpinionRoutes(
                        spoken.opinions,
                        spoken.transcripts,
                        work.models,
                        work.jobs,
                        evidence.redacted,
                        centre.access,
                        recordings,
                        centre.consents)
                .addTo(routes);
        new EvidenceRoutes(evidence.tags, evidence.tagViews, evidence.coverages, centre.access)
                .addTo(routes);
        new PassageRoutes(evidence.passageLists, evidence.matrices, centre.access).addTo(routes);
        new OtherEvidenceRoutes(evidence.otherEvidences, centre.access).addTo(routes);
        new RedactionRoutes(evidence.redactions, evidence.masks, spoken.transcripts, centre.access)
                .addTo(routes);
        new SuggestionRoutes(
                        evidence.suggestions,
                        work.jobs,
                        spoken.transcripts,
                        spoken.history,
                        evidence.tagViews,
                        evidence.masks,
                        centre.access)
                .addTo(routes);
        new SearchRoutes(searches).addTo(routes);
        new DescriptionRoutes().addTo(routes);
        return routes;
    }
}
