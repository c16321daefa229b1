package no.abakus.tasks.operate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskState;

/** The words for states in queries. */
public final class HistoryStates {

    private static final Map<TaskState, String> ENDED = new EnumMap<>(Map.of(
            TaskState.SUCCESS, "succeeded",
            TaskState.FAILURE, "failed",
            TaskState.RETRY, "retry",
            TaskState.REJECTED, "rejected",
            TaskState.REVOKED, "revoked",
            TaskState.EXPIRED, "expired",
            TaskState.IGNORED, "ignored"));

    private HistoryStates() {}

    /**
     * Returns the word for an execution that ended in this state; the state's own name if executions do not end in it.
     */
    public static String word(TaskState state) {
        return ENDED.getOrDefault(state, state.name());
    }

    /** Returns the state that a word of a query stands for; empty if the word is not a state of ended executions. */
    public static Optional<TaskState> ended(String word) {
        return ENDED.entrySet().stream()
                .filter(entry -> entry.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
