package org.colloquy.search;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/** The words of an indexed text with their times, so that a lit character leads to a moment. */
record TimedWords(List<Place> places) {
    private static final int INTS = 5;

    /** One word of a transcript. */
    record Word(int id, String text, int startMillis, int endMillis) {}

    /** A word that stands at [start, end) of the text, in UTF-16 units. */
    record Place(int start, int end, int id, int startMillis, int endMillis) {}

    TimedWords {
        places = List.copyOf(places);
    }

    static TimedWords of(List<Word> words) {
        List<Place> places = new ArrayList<>();
        int start = 0;
        for (Word word : words) {
            int end = start + word.text().length();
            places.add(new Place(start, end, word.id(), word.startMillis(), word.endMillis()));
            start = end + 1;
        }
        return new TimedWords(places);
    }

    /** The text that the places are of: the words with a space between them. */
    static String text(List<Word> words) {
        return String.join(" ", words.stream().map(Word::text).toList());
    }

    BytesRef bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(places.size() * INTS * Integer.BYTES);
        for (Place place : places) {
            buffer.putInt(place.start)
                    .putInt(place.end)
                    .putInt(place.id)
                    .putInt(place.startMillis)
                    .putInt(place.endMillis);
        }
        return new BytesRef(buffer.array());
    }

    static TimedWords read(BytesRef bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length);
        List<Place> places = new ArrayList<>();
        while (buffer.hasRemaining()) {
            places.add(
                    new Place(
                            buffer.getInt(),
                            buffer.getInt(),
                            buffer.getInt(),
                            buffer.getInt(),
                            buffer.getInt()));
        }
        return new TimedWords(places);
    }

    /** Whether the character at that offset is one of these words' or between two of them. */
    boolean reaches(int offset) {
        return !places.isEmpty() && offset < places.getLast().end;
    }

    /** The word that the character at that offset belongs to, or that goes before it. */
    Place at(int offset) {
        int low = 0;
        int high = places.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (places.get(middle).start <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return places.get(low);
    }

    int endMillis() {
        return places.getLast().endMillis;
    }
}
