package org.colloquy.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.common.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure into a status and a {@code ProblemBody}: one place for the whole door. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** Four of the largest pieces of a recording. */
    private static final long MOST_BYTES_READ_ON = 64L << 20;

    /**
     * What the person reads, and the kind for the program.
     *
     * @param text the message as a text with places, for another language: {@link Text}
     * @param facts beside these three in the same object; what stands in the places is among them
     */
    record ProblemBody(
            String kind, String message, String text, @JsonAnyGetter Map<String, Object> facts) {
        ProblemBody(String kind, Text text) {
            this(kind, text.message(), text.text(), text.values());
        }
    }

    private Failures() {}

    static void register(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> answer(context, problem));
        routes.exception(
                HttpResponseException.class,
                (failure, context) -> answer(context, problemOf(failure)));
        routes.exception(
                Exception.class,
                (bug, context) -> {
                    LOG.error("{} {} failed", context.method(), context.path(), bug);
                    body(
                            context,
                            500,
                            new ProblemBody(
                                    "bug",
                                    Text.of(
                                            "Something went wrong in Colloquy. What "
                                                    + "was stored before is safe; the log says "
                                                    + "more.")));
                });
    }

    private static void answer(Context context, Problem problem) {
        if (problem instanceof Problem.Unavailable && problem.getCause() != null) {
            LOG.warn("{} {}: {}", context.method(), context.path(), problem.getMessage(), problem);
        }
        if (problem instanceof Problem.TooMany tooMany) {
            context.header("Retry-After", Long.toString(tooMany.retryAfterSeconds()));
        }
        body(context, status(problem), new ProblemBody(kind(problem), problem.text()));
    }

    private static void body(Context context, int status, ProblemBody body) {
        readOn(context);
        context.status(status)
                .contentType("application/json; charset=utf-8")
                .result(Json.write(body));
    }

    /**
     * What is still on its way is taken in and thrown away. The server would otherwise close the
     * connection on a sender that is not done, and the sender would lose the sentence that says
     * why. A sender of far too much loses it all the same.
     */
    private static void readOn(Context context) {
        try {
            InputStream body = context.req().getInputStream();
            byte[] thrownAway = new byte[1 << 16];
            long left = MOST_BYTES_READ_ON;
            while (left > 0) {
                int count = body.read(thrownAway);
                if (count < 0) {
                    return;
                }
                left -= count;
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("Nothing more came of {} {}", context.method(), context.path(), gone);
        }
    }

    private static Problem problemOf(HttpResponseException failure) {
        return switch (failure.getStatus()) {
            case 413 -> new Problem.TooLarge("That is more than can be sent at once.");
            case 404, 405 -> new Problem.NotFound("There is nothing with that address.");
            default -> new Problem.BadInput("That request could not be read.", failure);
        };
    }

    static int status(Problem problem) {
        return switch (problem) {
            case Problem.BadInput bad -> 400;
            case Problem.NotSignedIn unknown -> 401;
            case Problem.Forbidden forbidden -> 403;
            case Problem.NotFound absent -> 404;
            case Problem.Conflict conflict -> 409;
            case Problem.Cancelled cancelled -> 409;
            case Problem.TooLarge large -> 413;
            case Problem.TooMany many -> 429;
            case Problem.MissingModel missing -> 424;
            case Problem.Unavailable unavailable -> 503;
        };
    }

    static String kind(Problem problem) {
        return switch (problem) {
            case Problem.BadInput bad -> "bad-input";
            case Problem.NotSignedIn unknown -> "not-signed-in";
            case Problem.Forbidden forbidden -> "forbidden";
            case Problem.NotFound absent -> "not-found";
            case Problem.Conflict conflict -> "conflict";
            case Problem.Cancelled cancelled -> "cancelled";
            case Problem.TooLarge large -> "too-large";
            case Problem.TooMany many -> "too-many";
            case Problem.MissingModel missing -> "missing-model";
            case Problem.Unavailable unavailable -> "unavailable";
        };
    }
}
