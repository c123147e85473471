package org.colloquy.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.colloquy.common.Problem;
import org.colloquy.people.SignIns;
import org.colloquy.people.Viewer;
import org.jspecify.annotations.Nullable;

/** Lets a call in: by the cookie, the route's roles, and where the request came from. */
final class Doorkeeper {
    static final String COOKIE = "colloquy_sign_in";
    private static final Set<HandlerType> SAFE =
            Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);

    private final SignIns signIns;
    private final boolean onlyThisMachine;

    /**
     * @param onlyThisMachine the server listens on this machine alone, so that a request under
     *     another host name is a page elsewhere that had its name point here (DNS rebinding)
     */
    Doorkeeper(SignIns signIns, boolean onlyThisMachine) {
        this.signIns = signIns;
        this.onlyThisMachine = onlyThisMachine;
    }

    Call admit(Context context, Set<Caller> callers) {
        refuseOtherHosts(context);
        if (!SAFE.contains(context.method())) {
            refuseOtherSites(context);
        }
        return admitPerson(context, callers);
    }

    /**
     * As above, for a WebSocket: its request is a GET, but what it opens can be read and written,
     * and a browser lets any site's page ask for it.
     */
    Call admitToSocket(Context context, Set<Caller> callers) {
        refuseOtherHosts(context);
        refuseOtherSites(context);
        return admitPerson(context, callers);
    }

    private Call admitPerson(Context context, Set<Caller> callers) {
        if (callers.contains(Caller.ANYONE)) {
            return new Call(context, null);
        }
        String token = context.cookie(COOKIE);
        Viewer viewer =
                (token == null ? Optional.<Viewer>empty() : signIns.find(token))
                        .orElseThrow(
                                () ->
                                        new Problem.NotSignedIn(
                                                "You are not signed in, or were signed out after"
                                                        + " a long pause. Sign in and go on."));
        if (Caller.of(viewer.roles()).stream().noneMatch(callers::contains)) {
            throw new Problem.Forbidden("Your role does not allow that.");
        }
        return new Call(context, viewer);
    }

    /** Keeps the secret where scripts and other sites cannot reach it. */
    static void keep(Context context, String token) {
        Cookie cookie = new Cookie(COOKIE, token);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.LAX);
        cookie.setSecure("https".equals(context.scheme()));
        context.cookie(cookie);
    }

    static void forget(Context context) {
        context.removeCookie(COOKIE, "/");
    }

    private void refuseOtherHosts(Context context) {
        String host = context.host();
        if (onlyThisMachine && host != null && !isLoopback(host)) {
            throw new Problem.Forbidden(
                    "Colloquy listens on this machine only; open it as localhost.");
        }
    }

    private static boolean isLoopback(String hostAndPort) {
        String host = hostAndPort.replaceFirst(":\\d+$", "");
        return Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
    }

    /** A change must come from our own page, or from a program that is no browser. */
    private static void refuseOtherSites(Context context) {
        String site = context.header("Sec-Fetch-Site");
        boolean ours =
                site == null
                        ? sameHost(context.header("Origin"), context.host())
                        : Set.of("same-origin", "none").contains(site);
        if (!ours) {
            throw new Problem.Forbidden("That request came from another site and was refused.");
        }
    }

    private static boolean sameHost(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return true;
        }
        try {
            return URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equals(host);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
