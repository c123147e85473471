package org.colloquy.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import org.colloquy.common.Json;
import org.colloquy.common.Problem;
import org.colloquy.people.Viewer;
import org.jspecify.annotations.Nullable;

/** One request that was let in, and its answer. */
public final class Call {
    private final Context context;
    private final @Nullable Viewer viewer;

    Call(Context context, @Nullable Viewer viewer) {
        this.context = context;
        this.viewer = viewer;
    }

    /** Who is signed in. Not to be asked on a route that is open to anyone. */
    public Viewer viewer() {
        if (viewer == null) {
            throw new IllegalStateException(context.path() + " is open to anyone");
        }
        return viewer;
    }

    /** The part of the path in braces. */
    public String path(String name) {
        return context.pathParam(name);
    }

    /**
     * A part of the path that is a whole number from 0.
     *
     * @throws Problem.NotFound where it is not
     */
    public int pathNumber(String name) {
        try {
            int number = Integer.parseInt(path(name));
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw new Problem.NotFound("There is nothing with that address.");
        }
        throw new Problem.NotFound("There is nothing with that address.");
    }

    /** A value behind the question mark that is given and not blank. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(value -> !value.isBlank());
    }

    /**
     * The body as JSON.
     *
     * @throws Problem.BadInput where it is none of that form
     */
    public <T> T body(Class<T> type) {
        return Json.read(context.body(), type);
    }

    public void json(Object answer) {
        context.contentType("application/json; charset=utf-8").result(Json.write(answer));
    }

    /** 201: something was made. */
    public void created(Object answer) {
        context.status(HttpStatus.CREATED);
        json(answer);
    }

    public void nothing() {
        context.status(HttpStatus.NO_CONTENT);
    }

    /** For what has no method here: bytes, headers, cookies. */
    public Context context() {
        return context;
    }
}
