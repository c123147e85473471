package org.colloquy.common;

import java.util.Map;

/**
 * An expected failure. Its message is a sentence for the person: what happened, to what, and what
 * they can do. It is a {@link Text}: a text with places, filled from the facts beside it, so that
 * it can be said in other languages; a program that asked can act on the facts without reading the
 * sentence. Each door maps the family in one place: an HTTP status, an exit code. Any other
 * exception is a bug.
 */
public abstract sealed class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text text;

    private Problem(Text text) {
        super(text.message());
        this.text = text;
    }

    private Problem(Text text, Throwable cause) {
        super(text.message(), cause);
        this.text = text;
    }

    /** What the message says, for another language. */
    public Text text() {
        return text;
    }

    /** Numbers, booleans and words by name; empty where the sentence says all. */
    public Map<String, Object> facts() {
        return text.values();
    }

    /** What was given cannot be understood or is not allowed in this form. */
    public static final class BadInput extends Problem {
        private static final long serialVersionUID = 1L;

        public BadInput(String text) {
            super(Text.of(text));
        }

        public BadInput(String text, Map<String, Object> facts) {
            super(Text.of(text, facts));
        }

        public BadInput(Text text) {
            super(text);
        }

        public BadInput(String text, Throwable cause) {
            super(Text.of(text), cause);
        }

        public BadInput(String text, Map<String, Object> facts, Throwable cause) {
            super(Text.of(text, facts), cause);
        }

        public BadInput(Text text, Throwable cause) {
            super(text, cause);
        }
    }

    /** Nobody is signed in. */
    public static final class NotSignedIn extends Problem {
        private static final long serialVersionUID = 1L;

        public NotSignedIn(String text) {
            super(Text.of(text));
        }

        public NotSignedIn(String text, Map<String, Object> facts) {
            super(Text.of(text, facts));
        }

        public NotSignedIn(Text text) {
            super(text);
        }
    }

    /** The person is known but may not do this. */
    public static final class Forbidden extends Problem {
        private static final long serialVersionUID = 1L;

        public Forbidden(String text) {
            super(Text.of(text));
        }

        public Forbidden(String text, Map<String, Object> facts) {
            super(Text.of(text, facts));
        }

        public Forbidden(Text text) {
            super(text);
        }
    }

    /** There is no such thing, or the person may not know that there is. */
    public static final class NotFound extends Problem {
        private static final long serialVersionUID = 1L;

        public NotFound(String text) {
            super(Text.of(text));
        }

        public NotFound(String text, Map<String, Object> facts) {
            super(Text.of(text, facts));
        }

        public NotFound(Text text) {
            super(text);
        }
    }

    /** It was changed meanwhile, exists already, or is in a state that does not allow this. */
    public static final class Conflict extends Problem {
        private static final long serialVersionUID = 1L;

        public Conflict(String text) {
            super(Text.of(text));
        }

        public Conflict(String text, Map<String, Object> facts) {
            super(Text.of(text, facts));
        }

        public Conflict(Text text) {
            super(text);
        }
    }

    /** More bytes, words or seconds than are allowed. */
    public static final class TooLarge extends Problem {
        private static final long serialVersionUID = 1L;

        public TooLarge(String text) {
            super(Text.of(text));
        }

        public TooLarge(String text, Map<String, Object> facts) {
            super(Text.of(text, facts));
        }

        public TooLarge(Text text) {
            super(text);
        }
    }

    /** Too many tries; wait. */
    public static final class TooMany extends Problem {
        private static final long serialVersionUID = 1L;
        private final long retryAfterSeconds;

        public TooMany(Text text, long retryAfterSeconds) {
            super(text);
            this.retryAfterSeconds = retryAfterSeconds;
        }

        public long retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }

    /** A model that is needed is not installed, or is damaged; the sentence says how to get it. */
    public static final class MissingModel extends Problem {
        private static final long serialVersionUID = 1L;

        public MissingModel(String text) {
            super(Text.of(text));
        }

        public MissingModel(String text, Map<String, Object> facts) {
            super(Text.of(text, facts));
        }

        public MissingModel(Text text) {
            super(text);
        }
    }

    /** The machine cannot do it now: disk full, folder not writable, port busy, worker died. */
    public static final class Unavailable extends Problem {
        private static final long serialVersionUID = 1L;

        public Unavailable(String text) {
            super(Text.of(text));
        }

        public Unavailable(String text, Map<String, Object> facts) {
            super(Text.of(text, facts));
        }

        public Unavailable(Text text) {
            super(text);
        }

        public Unavailable(String text, Throwable cause) {
            super(Text.of(text), cause);
        }

        public Unavailable(String text, Map<String, Object> facts, Throwable cause) {
            super(Text.of(text, facts), cause);
        }

        public Unavailable(Text text, Throwable cause) {
            super(text, cause);
        }
    }

    /** The person stopped it. */
    public static final class Cancelled extends Problem {
        private static final long serialVersionUID = 1L;

        public Cancelled(String text) {
            super(Text.of(text));
        }

        public Cancelled(String text, Map<String, Object> facts) {
            super(Text.of(text, facts));
        }

        public Cancelled(Text text) {
            super(text);
        }
    }
}
