package org.colloquy.web;

import io.javalin.http.Context;

/** The headers that every answer carries. */
final class Headers {
    private static final String CONTENT_SECURITY_POLICY =
            String.join(
                    "; ",
                    "default-src 'self'",
                    "style-src 'self' 'unsafe-inline'",
                    "img-src 'self' data: blob:",
                    "media-src 'self' blob:",
                    "worker-src 'self' blob:",
                    "frame-ancestors 'none'",
                    "base-uri 'none'",
                    "form-action 'self'");

    private Headers() {}

    static void set(Context context) {
        context.header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Permissions-Policy", "microphone=(self), camera=(), geolocation=()");
        if (context.path().startsWith("/api/")) {
            context.header("Cache-Control", "no-store");
        }
    }
}
