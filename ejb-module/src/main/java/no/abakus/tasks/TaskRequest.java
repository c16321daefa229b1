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

    /** After which it is not to be run again; empty where it never expires. */
    Optional<Instant> expires();

    /** The name that log lines and consoles show: the call's {@code shadow}, else the task's name. */
    String shadow();

    /** The most this execution may take: what the call says, else what the task says; empty for no limit. */
    Optional<Duration> timeLimit();

    /** After which it is asked to end: what the call says, else what the task says; empty for no limit. */
    Optional<Duration> softTimeLimit();

    /** What the call's author sent along, by name; values may be null. */
    Map<String, Object> headers();

    /** The JMS correlation id: what the call says, else the task's id. */
    String correlationId();

    /** The queue where the sender expects an answer, as tasks call it. */
    Optional<String> replyTo();

    /** The JMS message group it belongs to. */
    Optional<String> group();

    /** Whether nobody wants its result: what the call says, else what the task says. Celery: {@code ignore_result}. */
    boolean ignoreResult();

    /**
     * The ids of the tasks that it has sent so far, as they will be kept with its result; empty where none are kept, because
     * the result is ignored or {@code trail} is false. Celery: {@code children}.
     */
    List<String> children();

    /** The arguments on one redacted line, as consoles show them; empty where there are none. Celery: {@code argsrepr}. */
    Optional<String> argumentSummary();

    /** The queue it came from. */
    String queue();

    /** The exchange whose bindings led to the queue, if one did. Celery: {@code delivery_info["exchange"]}. */
    Optional<String> exchange();

    /** The key it was routed by, if it had one. Celery: {@code delivery_info["routing_key"]}. */
    Optional<String> routingKey();

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
     * Returns at once while the task may go on, and throws once it is to end: for bodies that compute and never block, which
     * no interrupt would reach. The interrupt that came with the request to end is taken back, so that a body can clean up
     * undisturbed; a later checkpoint throws again.
     *
     * @throws SoftTimeLimitExceeded after its {@link #softTimeLimit}
     * @throws TimeLimitExceeded after its {@link #timeLimit}, when the task has failed already
     * @throws TaskInterruptedException if the task was terminated, or its node stops
     */
    void checkpoint();

    /**
     * Ends this execution and asks for another after the task's {@code retryDelay} or backoff; to be thrown:
     * {@code throw request.retry();}. Once {@code maxRetries} are used up the task fails instead.
     */
    Retry retry();

    /** As {@link #retry()}; the cause is logged, and is what the task fails with once the retries are used up. */
    Retry retry(Throwable cause);

    /** As {@link #retry()}, after this delay instead. Celery: {@code self.retry(countdown=…)}. */
    Retry retry(Duration countdown);

    /**
     * As {@link #retry(Duration)}; the cause is logged, and is what the task fails with once the retries are used up.
     * Celery: {@code self.retry(exc=…)}.
     */
    Retry retry(Duration countdown, Throwable cause);
}
