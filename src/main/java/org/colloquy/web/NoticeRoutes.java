package org.colloquy.web;

import io.javalin.http.HandlerType;
import java.util.EnumSet;
import org.colloquy.assessment.Notices;
import org.colloquy.common.Problem;
import org.colloquy.people.Role;

/** The notice of recording: read by all, changed by administrators. */
public final class NoticeRoutes {
    /** Seen: the number of the notice that the person changed. */
    record NoticeChange(String text, int seen) {}

    private final Notices notices;

    public NoticeRoutes(Notices notices) {
        this.notices = notices;
    }

    public void addTo(Routes routes) {
        routes.on(HandlerType.GET, "/api/notice", Routes.SIGNED_IN, this::get)
                .on(HandlerType.PUT, "/api/notice", EnumSet.of(Role.ADMINISTRATOR), this::change);
    }

    private void get(Call call) {
        call.json(
                call.query("version")
                        .map(version -> notices.get(number(version)))
                        .orElseGet(notices::get));
    }

    private static int number(String version) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException noNumber) {
            throw new Problem.BadInput("The version of a notice is a whole number.", noNumber);
        }
    }

    private void change(Call call) {
        NoticeChange change = call.body(NoticeChange.class);
        call.json(notices.change(call.viewer().personId(), change.text(), change.seen()));
    }
}
