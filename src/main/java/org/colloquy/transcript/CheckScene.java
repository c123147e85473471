package org.colloquy.transcript;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.colloquy.common.Json;

/**
 * What was said of some words at one moment: the state of a step of the history, as JSON.
 *
 * @param words all of them, those of which nothing was said too
 */
record CheckScene(String transcript, List<Integer> words, List<Scene.Marked> marks) {
    CheckScene {
        words = List.copyOf(words);
        marks = List.copyOf(marks);
    }

    static CheckScene of(
            String transcriptId, TreeSet<Integer> words, Map<Integer, Mark> marksOfAll) {
        Map<Integer, Mark> marks = new TreeMap<>(marksOfAll);
        marks.keySet().retainAll(words);
        return new CheckScene(transcriptId, List.copyOf(words), Scene.grouped(marks));
    }

    Map<Integer, Mark> byWord() {
        Map<Integer, Mark> byWord = new HashMap<>();
        marks.forEach(marked -> marked.words().forEach(word -> byWord.put(word, marked.mark())));
        return byWord;
    }

    String json() {
        return Json.write(this);
    }

    static CheckScene read(String json) {
        return Json.read(json, CheckScene.class);
    }
}
