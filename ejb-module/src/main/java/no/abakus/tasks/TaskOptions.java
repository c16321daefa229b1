package no.abakus.tasks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The options of a call: immutable, and three-valued, for "not said" and "explicitly none" differ. An option that was not
 * said falls back to the task's attribute; one that was said to be none does not.
 */
public final class TaskOptions {

    private static final Object NONE = new Object();
    private static final TaskOptions EMPTY = new TaskOptions(Map.of());

    private final Map<TaskOption<?>, Object> values;

    private TaskOptions(Map<TaskOption<?>, Object> values) {
        this.values = values;
    }

    /** No option said. */
    public static TaskOptions empty() {
        return EMPTY;
    }

    /**
     * The same with this option said.
     *
     * @throws TaskOptionException if the value is null; {@link #withNone} says that there is none
     */
    public <T> TaskOptions with(TaskOption<T> option, T value) {
        if (value == null) {
            throw new TaskOptionException(option + " is null; leave it out for the task's own value, or say that there"
                    + " is none by withNone(…)");
        }
        return and(option, value);
    }

    /** The same with this option explicitly none, whatever the task declares. */
    public TaskOptions withNone(TaskOption<?> option) {
        return and(option, NONE);
    }

    /** The option's value; empty if it was not said, or said to be none. */
    public <T> Optional<T> get(TaskOption<T> option) {
        Object value = values.get(option);
        return value == null || value == NONE ? Optional.empty() : Optional.of(option.cast(value));
    }

    /** Whether something was said of the option, be it that there is none. */
    public boolean says(TaskOption<?> option) {
        return values.containsKey(option);
    }

    /** Whether nothing was said at all. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** All that these options say and, of what they do not say, what the others do. */
    public TaskOptions over(TaskOptions lower) {
        if (values.isEmpty()) {
            return lower;
        }
        if (lower.values.isEmpty()) {
            return this;
        }
        Map<TaskOption<?>, Object> merged = new HashMap<>(lower.values);
        merged.putAll(values);
        return new TaskOptions(merged);
    }

    private TaskOptions and(TaskOption<?> option, Object value) {
        Map<TaskOption<?>, Object> more = new HashMap<>(values);
        more.put(option, value);
        return new TaskOptions(more);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TaskOptions that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(e -> e.getKey() + "=" + (e.getValue() == NONE ? "none" : e.getValue()))
                .sorted()
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
