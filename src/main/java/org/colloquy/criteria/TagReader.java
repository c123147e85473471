package org.colloquy.criteria;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the tags of one source, and remembers where no end can come, so as never to look twice. */
final class TagReader {
    private final String source;
    private final int lastClose;
    private final int lastComment;
    private final Set<String> neverClosed = new HashSet<>();

    TagReader(String source) {
        this.source = source;
        this.lastClose = source.lastIndexOf('>');
        this.lastComment = source.lastIndexOf("-->");
    }

    /** The tag or comment that starts at this "<", or null where that is wording. */
    Tags.@Nullable Found at(int start) {
        boolean open = source.startsWith("<!--", start) ? start < lastComment : start < lastClose;
        return open ? Tags.at(source, start) : null;
    }

    /** The place after the end of an element whose content is no wording. */
    int skip(String name, int from) {
        String close = "</" + name;
        if (neverClosed.contains(name)) {
            return from;
        }
        for (int at = from; at < source.length(); at++) {
            if (source.charAt(at) == '<'
                    && source.regionMatches(true, at, close, 0, close.length())) {
                int end = source.indexOf('>', at);
                return end < 0 ? source.length() : end + 1;
            }
        }
        neverClosed.add(name);
        return from;
    }
}
