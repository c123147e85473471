package org.colloquy.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Many ids in lists that a database takes at once. */
final class Slices {
    private static final int MOST = 500;

    private Slices() {}

    static List<List<String>> of(Collection<String> ids) {
        List<String> all = List.copyOf(ids);
        List<List<String>> slices = new ArrayList<>();
        for (int i = 0; i < all.size(); i += MOST) {
            slices.add(all.subList(i, Math.min(all.size(), i + MOST)));
        }
        return slices;
    }
}
