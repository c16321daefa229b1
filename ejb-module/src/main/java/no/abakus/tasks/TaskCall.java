package no.abakus.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A call under construction: the task, its arguments and the options of Celery's {@code apply_async}. Immutable: every
 * method answers a new call, so that one can be kept and sent many times, by any thread.
 *
 * @param <R> the type of the task's result
 */
public interface TaskCall<R> {

    /** Replaces the positional arguments. Celery: {@code args}. */
    TaskCall<R> args(Object... args);

    /** Replaces the arguments by parameter name; null values are arguments, missing ones are not. Celery: {@code kwargs}. */
    TaskCall<R> kwargs(Map<String, ?> kwargs);

    /**
     * Runs the task this long after it is sent, not before. The broker keeps it meanwhile, over restarts too. Zero or
     * less means now. Not together with {@link #eta}. Celery: {@code countdown}; JMS: delivery delay.
     */
    TaskCall<R> countdown(Duration countdown);

    /**
     * Runs the task at this instant, not before; a past one means now. Not together with {@link #countdown}. Celery:
     * {@code eta}; JMS: delivery time.
     */
    TaskCall<R> eta(Instant eta);

    /** Sends the task to this queue instead of the one it declares. Celery: {@code queue}. */
    TaskCall<R> queue(String queue);

    /** JMS priority, 0 (last) to 9 (first), instead of the one the task declares. Celery: {@code priority}. */
    TaskCall<R> priority(int priority);

    /** The id of the task instead of a new one; it has to be unique. Celery: {@code task_id}. */
    TaskCall<R> taskId(String taskId);

    /** Adds all of these options; what they say wins over what was said before. */
    TaskCall<R> options(TaskOptions options);

    /** What would be sent, as a value. */
    TaskSignature signature();

    /**
     * Sends the task. Celery: {@code apply_async}.
     *
     * @throws TaskArgumentException if the arguments do not fit the task (Celery: {@code TypeError})
     * @throws TaskOptionException if an option is out of its range, or two contradict each other
     * @throws TaskNotFoundException if no task of this name is known here and no queue is named either
     * @throws OperationalException if the broker does not take the message
     */
    AsyncResult<R> applyAsync();
}
