package org.colloquy.sample;

import java.util.List;

/** What the assessor asks in the sample discussion, and the criteria each question is aimed at. */
record SampleQuestion(String text, List<String> criteria) {
    static final List<SampleQuestion> ALL =
            List.of(
                    new SampleQuestion(
                            "Tell me about a recent complaint. How did you make sure that you"
                                    + " understood it?",
                            List.of("1.1", "1.2")),
                    new SampleQuestion(
                            "What did you write down, and who can see it?", List.of("1.3", "1.4")),
                    new SampleQuestion(
                            "How did you find out what had really happened?", List.of("2.1")),
                    new SampleQuestion(
                            "How did you agree what to do next, and where did your own authority"
                                    + " end?",
                            List.of("2.2", "2.3", "2.4")),
                    new SampleQuestion(
                            "What has your team changed since then, and how do you know that it"
                                    + " works?",
                            List.of("3.1", "3.2")));
}
