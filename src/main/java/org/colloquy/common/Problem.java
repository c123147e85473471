package org.colloquy.common;

import java.util.Map;

/**
 * An expected failure. Its message is a sentence for the person: what happened, to what, and what
 * they can do. Beside it there may be facts for the program that asked, which it can act on without
 * reading the sentence. Each door maps the family in one place: an HTTP status, an exit code. Any
 * other exception is a bug.
 */
public abstract sealed class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> facts;

    private Problem(String sentence) {
        this(sentence, Map.of());
    }

    private Problem(String sentence, Map<String, Object> facts) {
        super(sentence);
        this.facts = Map.copyOf(facts);
    }

    private Problem(String sentence, Throwable cause) {
        this(sentence, Map.of(), cause);
    }

    private Problem(String sentence, Map<String, Object> facts, Throwable cause) {
        super(sentence, cause);
        this.facts = Map.copyOf(facts);
    }

    /** Numbers, booleans and words by name; empty where the sentence says all. */
    public Map<String, Object> facts() {
        return facts;
    }

    /** What was given cannot be understood or is not allowed in this form. */
    public static final class BadInput extends Problem {
        private static final long serialVersionUID = 1L;

        public BadInput(String sentence) {
            super(sentence);
        }

        public BadInput(String sentence, Map<String, Object> facts) {
            super(sentence, facts);
        }

        public BadInput(String sentence, Throwable cause) {
            super(sentence, cause);
        }

        public BadInput(String sentence, Map<String, Object> facts, Throwable cause) {
            super(sentence, facts, cause);
        }
    }

    /** Nobody is signed in. */
    public static final class NotSignedIn extends Problem {
        private static final long serialVersionUID = 1L;

        public NotSignedIn(String sentence) {
            super(sentence);
        }
    }

    /** The person is known but may not do this. */
    public static final class Forbidden extends Problem {
        private static final long serialVersionUID = 1L;

        public Forbidden(String sentence) {
            super(sentence);
        }
    }

    /** There is no such thing, or the person may not know that there is. */
    public static final class NotFound extends Problem {
        private static final long serialVersionUID = 1L;

        public NotFound(String sentence) {
            super(sentence);
        }
    }

    /** It was changed meanwhile, exists already, or is in a state that does not allow this. */
    public static final class Conflict extends Problem {
        private static final long serialVersionUID = 1L;

        public Conflict(String sentence) {
            super(sentence);
        }

        public Conflict(String sentence, Map<String, Object> facts) {
            super(sentence, facts);
        }
    }

    /** More bytes, words or seconds than are allowed. */
    public static final class TooLarge extends Problem {
        private static final long serialVersionUID = 1L;

        public TooLarge(String sentence) {
            super(sentence);
        }

        public TooLarge(String sentence, Map<String, Object> facts) {
            super(sentence, facts);
        }
    }

    /** Too many tries; wait. */
    public static final class TooMany extends Problem {
        private static final long serialVersionUID = 1L;
        private final long retryAfterSeconds;

        public TooMany(String sentence, long retryAfterSeconds) {
            super(sentence);
            this.retryAfterSeconds = retryAfterSeconds;
        }

        public long retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }

    /** A model that is needed is not installed, or is damaged; the sentence says how to get it. */
    public static final class MissingModel extends Problem {
        private static final long serialVersionUID = 1L;

        public MissingModel(String sentence) {
            super(sentence);
        }
    }

    /** The machine cannot do it now: disk full, folder not writable, port busy, worker died. */
    public static final class Unavailable extends Problem {
        private static final long serialVersionUID = 1L;

        public Unavailable(String sentence) {
            super(sentence);
        }

        public Unavailable(String sentence, Throwable cause) {
            super(sentence, cause);
        }

        public Unavailable(String sentence, Map<String, Object> facts, Throwable cause) {
            super(sentence, facts, cause);
        }
    }

    /** The person stopped it. */
    public static final class Cancelled extends Problem {
        private static final long serialVersionUID = 1L;

        public Cancelled(String sentence) {
            super(sentence);
        }
    }
}
