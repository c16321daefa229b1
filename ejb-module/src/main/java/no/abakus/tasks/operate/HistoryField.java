package no.abakus.tasks.operate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The texts of an ended task that a {@link HistoryQuery} can select by. */
public enum HistoryField {
    /** Its state. */
    STATE("state", false, task -> Optional.of(HistoryStates.word(task.state()))),
    /** Its name. */
    TASK("task", false, task -> Optional.of(task.task())),
    /** Its queue. */
    QUEUE("queue", false, EndedTask::queue),
    /** Its id. */
    ID("id", false, task -> Optional.of(task.taskId())),
    /** The node that reports its end. */
    NODE("node", false, task -> Optional.of(task.node())),
    /** The request that sent it. */
    REQUEST("request_id", false, EndedTask::requestId),
    /** The user who sent it. */
    USER("user", false, EndedTask::user),
    /** The group of similar failures. */
    GROUP("group", false, EndedTask::group),
    /** The first task of its tree. */
    ROOT("root", false, task -> Optional.of(task.rootId())),
    /** The exception, such as {@code TimeoutException: no answer}, or its type alone. */
    ERROR("error", false, EndedTask::error),
    /** Its arguments; a pattern without a star is found anywhere in them. */
    ARGS("args", true, EndedTask::arguments);

    private final String word;
    private final boolean isFoundAnywhere;
    private final Function<EndedTask, Optional<String>> value;

    HistoryField(String word, boolean isFoundAnywhere, Function<EndedTask, Optional<String>> value) {
        this.word = word;
        this.isFoundAnywhere = isFoundAnywhere;
        this.value = value;
    }

    /** The field's name in a query. */
    public String word() {
        return word;
    }

    /** The pattern to compare values with. */
    TextPattern pattern(String text) {
        TextPattern pattern = new TextPattern(text);
        return isFoundAnywhere ? pattern.anywhere() : pattern;
    }

    /** Whether one of the patterns matches. */
    boolean fits(EndedTask task, List<TextPattern> patterns) {
        Optional<String> text = value.apply(task);
        return patterns.stream()
                .anyMatch(pattern -> text.filter(pattern::fits).isPresent()
                        || this == ERROR
                                && task.errorType().filter(pattern::fits).isPresent());
    }

    /** The value to count executions by. */
    public Optional<String> of(EndedTask task) {
        return this == ERROR ? task.errorType() : value.apply(task);
    }

    static Optional<HistoryField> named(String word) {
        for (HistoryField field : values()) {
            if (field.word.equals(word)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }
}
