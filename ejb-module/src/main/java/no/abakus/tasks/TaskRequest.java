package no.abakus.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a running task may know and ask of its own execution. Inject it into any bean; it always speaks of the task that
 * the calling thread is running. Celery: {@code self.request} of a bound task.
 *
 * <p>All methods but {@link #isActive} throw {@link IllegalStateException} on a thread that runs no task. Methods called
 * directly, task or not, are part of the task that calls them.
 */
public interface TaskRequest {

    /** Whether this thread runs a task. Celery: not {@code called_directly}. */
    boolean isActive();

    /** The task's id, the same over all its retries. */
    String id();

    /** The task's name. */
    String task();

    /** The positional arguments as they were sent, in the types of the method's parameters. */
    List<Object> args();

    /** The arguments by parameter name as they were sent. */
    Map<String, Object> kwargs();

    /** The id of the first task of the tree of tasks this one belongs to; its own where it is the first. */
    String rootId();

    /** The id of the task that sent this one; empty where a request, a timer or another program did. */
    Optional<String> parentId();

    /** How many times the task has asked to be run again before this execution: 0 at first. */
    int retries();

    /** The instant before which it was not to run; empty where it was to run at once. */
    Optional<Instant> eta();

    /** The queue it came from. */
    String queue();

    /** The JMS priority it was delivered with. */
    int priority();

    /**
     * How often the broker has delivered this message, this time included: 1 at first. A broker may begin anew after a
     * crash, and may count a delivery that never reached a worker. JMS: {@code JMSXDeliveryCount}.
     */
    int deliveryCount();

    /** Whether the broker may have delivered this message before. JMS: {@code JMSRedelivered}. */
    boolean redelivered();

    /** The node that sent it. Celery: {@code origin}. */
    String origin();

    /** The node that runs it. Celery: {@code hostname}. */
    String node();

    /**
     * Ends this execution and asks for another after the task's {@code retryDelay}; to be thrown:
     * {@code throw request.retry();}. Once {@code maxRetries} are used up the task fails instead.
     */
    Retry retry();

    /** As {@link #retry()}, after this delay instead. Celery: {@code self.retry(countdown=…)}. */
    Retry retry(Duration countdown);

    /**
     * As {@link #retry(Duration)}; the cause is logged, and is what the task fails with once the retries are used up.
     * Celery: {@code self.retry(exc=…)}.
     */
    Retry retry(Duration countdown, Throwable cause);
}
