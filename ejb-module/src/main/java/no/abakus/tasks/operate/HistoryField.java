package no.abakus.tasks.operate;

import java.util.List;
import java.util.Optional;

/** The fields of an ended task that a {@link HistoryQuery} can select by. */
public enum HistoryField {
    /** The task's state. */
    STATE("state"),
    /** The task's name. */
    TASK("task"),
    /** The task's queue. */
    QUEUE("queue"),
    /** The task's id. */
    ID("id"),
    /** The node that reported how the execution ended. */
    NODE("node"),
    /** The request that sent the task. */
    REQUEST("request_id"),
    /** The user who sent the task. */
    USER("user"),
    /** The group of similar failures that the execution belongs to. */
    GROUP("group"),
    /** The first task of the task's tree. */
    ROOT("root"),
    /** The exception, such as {@code TimeoutException: no answer}, or its type alone. */
    ERROR("error"),
    /** The task's arguments; a pattern without a star matches anywhere in them. */
    ARGS("args");

    private final String word;

    HistoryField(String word) {
        this.word = word;
    }

    /** The field's name in a query. */
    public String word() {
        return word;
    }

    /** Returns the task's value of this field; empty if the task has none. Facets count executions by this value. */
    public Optional<String> of(EndedTask task) {
        return switch (this) {
            case STATE -> Optional.of(HistoryStates.word(task.state()));
            case TASK -> Optional.of(task.task());
            case QUEUE -> task.queue();
            case ID -> Optional.of(task.taskId());
            case NODE -> Optional.of(task.node());
            case REQUEST -> task.requestId();
            case USER -> task.user();
            case GROUP -> task.group();
            case ROOT -> Optional.of(task.rootId());
            case ERROR -> task.errorType();
            case ARGS -> task.arguments();
        };
    }

    /** Returns the pattern that values of this field are compared with. */
    TextPattern pattern(String text) {
        TextPattern pattern = new TextPattern(text);
        return this == ARGS ? pattern.anywhere() : pattern;
    }

    /** Whether at least one of the patterns matches the task's value of this field. */
    boolean fits(EndedTask task, List<TextPattern> patterns) {
        return fits(of(task), patterns) || (this == ERROR && fits(task.error(), patterns));
    }

    private static boolean fits(Optional<String> value, List<TextPattern> patterns) {
        return value.isPresent() && patterns.stream().anyMatch(pattern -> pattern.fits(value.get()));
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
