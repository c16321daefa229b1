package no.abakus.tasks.history.jdbc;

import java.util.LinkedHashMap;
import java.util.Map;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.HistoryStates;

/** Converts the states in the table to the words that queries use for them. */
final class StateWords {

    private StateWords() {}

    static Map<String, Long> of(Map<String, Long> counts) {
        Map<String, Long> words = new LinkedHashMap<>();
        counts.forEach((state, count) -> words.put(HistoryStates.word(TaskState.valueOf(state)), count));
        return words;
    }
}
