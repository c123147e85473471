package org.colloquy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.colloquy.speech.activity.Span;

/**
 * How wrong an answer to "who speaks when" is, as NIST's Rich Transcription evaluations count it,
 * without a collar and with overlaps. All in seconds, each second counted once for each person who
 * speaks in it.
 *
 * @param speech what is spoken in the reference
 * @param missed spoken, and nobody was heard
 * @param falseAlarm heard, and nobody spoke
 * @param confusion spoken by one and given to another, speakers mapped so that this is least
 * @param speakers how many people speak in the reference, in the scored regions
 * @param heardSpeakers how many the answer has there
 */
record DiarisationScore(
        double speech,
        double missed,
        double falseAlarm,
        double confusion,
        int speakers,
        int heardSpeakers) {

    /** The diarisation error rate; 0 where it is right, may be over 1. */
    double error() {
        return (missed + falseAlarm + confusion) / speech;
    }

    /**
     * @param regions what is scored, apart from each other
     */
    static DiarisationScore of(
            List<SpeakerTurn> reference, List<SpeakerTurn> heard, List<Span> regions) {
        List<String> speakers = names(reference, regions);
        List<String> heardSpeakers = names(heard, regions);
        List<Moment> moments = moments(reference, heard, regions);
        double[][] together = new double[speakers.size()][heardSpeakers.size()];
        for (Moment moment : moments) {
            for (String speaker : moment.speakers) {
                for (String other : moment.heard) {
                    together[speakers.indexOf(speaker)][heardSpeakers.indexOf(other)] +=
                            moment.seconds;
                }
            }
        }
        int[] mapping = Assignment.best(together);
        double speech = 0;
        double missed = 0;
        double falseAlarm = 0;
        double confusion = 0;
        for (Moment moment : moments) {
            int people = moment.speakers.size();
            int heardPeople = moment.heard.size();
            int right = 0;
            for (String speaker : moment.speakers) {
                int column = mapping[speakers.indexOf(speaker)];
                right += column >= 0 && moment.heard.contains(heardSpeakers.get(column)) ? 1 : 0;
            }
            speech += people * moment.seconds;
            missed += Math.max(0, people - heardPeople) * moment.seconds;
            falseAlarm += Math.max(0, heardPeople - people) * moment.seconds;
            confusion += (Math.min(people, heardPeople) - right) * moment.seconds;
        }
        return new DiarisationScore(
                speech, missed, falseAlarm, confusion, speakers.size(), heardSpeakers.size());
    }

    /** A stretch in which nobody begins or ends. */
    private record Moment(double seconds, List<String> speakers, List<String> heard) {}

    private static List<Moment> moments(
            List<SpeakerTurn> reference, List<SpeakerTurn> heard, List<Span> regions) {
        List<Moment> moments = new ArrayList<>();
        for (Span region : regions) {
            List<SpeakerTurn> spoken = within(reference, region);
            List<SpeakerTurn> answered = within(heard, region);
            TreeSet<Double> edges =
                    new TreeSet<>(List.of(region.startSeconds(), region.endSeconds()));
            Stream.concat(spoken.stream(), answered.stream())
                    .flatMap(turn -> Stream.of(turn.startSeconds(), turn.endSeconds()))
                    .filter(edge -> edge > region.startSeconds() && edge < region.endSeconds())
                    .forEach(edges::add);
            Double from = null;
            for (Double to : edges) {
                if (from != null) {
                    double middle = (from + to) / 2;
                    moments.add(
                            new Moment(
                                    to - from,
                                    speaking(spoken, middle),
                                    speaking(answered, middle)));
                }
                from = to;
            }
        }
        return moments;
    }

    private static List<SpeakerTurn> within(List<SpeakerTurn> turns, Span region) {
        return turns.stream()
                .filter(turn -> region.overlap(turn.startSeconds(), turn.endSeconds()) > 0)
                .toList();
    }

    private static List<String> speaking(List<SpeakerTurn> turns, double seconds) {
        return turns.stream()
                .filter(turn -> turn.startSeconds() < seconds && turn.endSeconds() > seconds)
                .map(SpeakerTurn::speaker)
                .distinct()
                .toList();
    }

    private static List<String> names(List<SpeakerTurn> turns, List<Span> regions) {
        return regions.stream()
                .flatMap(region -> within(turns, region).stream())
                .map(SpeakerTurn::speaker)
                .distinct()
                .sorted()
                .toList();
    }
}
