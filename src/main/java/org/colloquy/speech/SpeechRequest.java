package org.colloquy.speech;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colloquy.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How a recording is to be transcribed.
 *
 * @param model name of a model, null: the best one installed
 * @param language two or three letters ("en"), null: found out from the sound
 * @param vocabulary names and terms that the engine should expect; empty: none
 * @param part null: the whole recording
 */
public record SpeechRequest(
        Engine engine,
        @Nullable String model,
        @Nullable String language,
        Speakers speakers,
        List<String> vocabulary,
        @Nullable Part part) {
    public static final int MOST_TERMS = 600;

    /** Of one term, in characters. */
    public static final int LONGEST_TERM = 60;

    public SpeechRequest {
        language = normal(language);
        if (model != null && model.isBlank()) {
            model = null;
        }
        vocabulary = vocabulary.stream().map(String::strip).distinct().toList();
        checkTerms(vocabulary);
    }

    /** The whole recording without a vocabulary. */
    public SpeechRequest(
            Engine engine, @Nullable String model, @Nullable String language, Speakers speakers) {
        this(engine, model, language, speakers, List.of(), null);
    }

    /** Whatever engine there is, in this language (null: found out), speakers by voice. */
    public static SpeechRequest automatic(@Nullable String language) {
        return new SpeechRequest(Engine.AUTO, null, language, new Speakers.Auto());
    }

    public SpeechRequest withVocabulary(List<String> terms) {
        return new SpeechRequest(engine, model, language, speakers, terms, part);
    }

    private static void checkTerms(List<String> vocabulary) {
        if (vocabulary.size() > MOST_TERMS) {
            throw new Problem.BadInput(
                    "A vocabulary can have at most {mostTerms} terms; this one has "
                            + "{vocabulary}.",
                    Map.of("mostTerms", MOST_TERMS, "vocabulary", vocabulary.size()));
        }
        for (String term : vocabulary) {
            if (term.isEmpty() || term.length() > LONGEST_TERM) {
                throw new Problem.BadInput(
                        "A term of a vocabulary has 1 to {longestTerm} characters; "
                                + "\"{name}\" has {term}.",
                        Map.of(
                                "longestTerm",
                                LONGEST_TERM,
                                "name",
                                term.substring(0, Math.min(term.length(), LONGEST_TERM)),
                                "term",
                                term.length()));
            }
        }
    }

    /** "EN-gb" is "en"; "", "auto" and null are null. */
    private static @Nullable String normal(@Nullable String language) {
        if (language == null || language.isBlank() || language.equalsIgnoreCase("auto")) {
            return null;
        }
        String code = language.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        if (!code.matches("[a-z]{2,3}")) {
            throw new Problem.BadInput(
                    "Language \"{language}\" is not understood: give a code such as en " + "or ko.",
                    Map.of("language", language));
        }
        return code;
    }
}
