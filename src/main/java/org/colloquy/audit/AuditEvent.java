package org.colloquy.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.colloquy.people.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * One row of the audit trail.
 *
 * @param number from 1, over everything that was ever done
 * @param by null: Colloquy itself
 * @param action one word, such as "correct" or "undo"
 * @param text a sentence for people; empty where the details have none
 * @param details what is known beside it
 * @param hash of this row and the hash of the one before
 */
public record AuditEvent(
        int number,
        Instant at,
        @Nullable PersonName by,
        String action,
        String text,
        Map<String, Object> details,
        String hash) {
    public AuditEvent {
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }
}
