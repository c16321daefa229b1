package no.abakus.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One option of a call, with Celery's name for it and the type of its value.
 *
 * @param <T> the type of the option's value
 */
public final class TaskOption<T> {

    /** How long after sending the task is to run. */
    public static final TaskOption<Duration> COUNTDOWN = new TaskOption<>("countdown", Duration.class);

    /** When the task is to run. */
    public static final TaskOption<Instant> ETA = new TaskOption<>("eta", Instant.class);

    /** The queue it goes to. */
    public static final TaskOption<String> QUEUE = new TaskOption<>("queue", String.class);

    /** Its JMS priority, 0 to 9, 9 first. */
    public static final TaskOption<Integer> PRIORITY = new TaskOption<>("priority", Integer.class);

    /** Its id. */
    public static final TaskOption<String> TASK_ID = new TaskOption<>("task_id", String.class);

    private static final List<TaskOption<?>> ALL = List.of(COUNTDOWN, ETA, QUEUE, PRIORITY, TASK_ID);

    private final String name;
    private final Class<T> type;

    private TaskOption(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    /** Every option there is. */
    public static List<TaskOption<?>> all() {
        return ALL;
    }

    /** Celery's name of the option, as REST callers write it. */
    public String optionName() {
        return name;
    }

    T cast(Object value) {
        return type.cast(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
