package no.abakus.tasks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The options of a call. Each option is set, explicitly none, or not set. If an option is not set, the task's attribute
 * applies. If it is explicitly none, the attribute does not apply. Immutable.
 */
public final class TaskOptions {

    private static final Object NONE = new Object();
    private static final TaskOptions EMPTY = new TaskOptions(Map.of());

    private final Map<TaskOption<?>, Object> values;

    private TaskOptions(Map<TaskOption<?>, Object> values) {
        this.values = values;
    }

    /** Returns options in which nothing is set. */
    public static TaskOptions empty() {
        return EMPTY;
    }

    /**
     * Returns these options with this option set.
     *
     * @throws TaskOptionException if the value is null; use {@link #withNone} for no value
     */
    public <T> TaskOptions with(TaskOption<T> option, T value) {
        if (value == null) {
            throw new TaskOptionException(option
                    + " is null; leave the option out for the task's own value, or use withNone(…) for no" + " value");
        }
        return and(option, value);
    }

    /** Returns these options with this option set to none explicitly, so that the task's attribute does not apply. */
    public TaskOptions withNone(TaskOption<?> option) {
        return and(option, NONE);
    }

    /** Returns the option's value; empty if the option is not set or is explicitly none. */
    public <T> Optional<T> get(TaskOption<T> option) {
        Object value = values.get(option);
        return value == null || value == NONE ? Optional.empty() : Optional.of(option.cast(value));
    }

    /** Whether the option is set or explicitly none. */
    public boolean says(TaskOption<?> option) {
        return values.containsKey(option);
    }

    /** Whether no option is set or explicitly none. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns these options plus those options of {@code lower} that are not set here. */
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
