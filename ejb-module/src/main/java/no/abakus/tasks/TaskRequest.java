package no.abakus.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A running task's view of its own execution. Inject it into any bean. It refers to the task that the calling thread is
 * running. Celery: {@code self.request} of a bound task.
 *
 * <p>All methods except {@link #isActive} throw {@link IllegalStateException} on a thread that runs no task. A task
 * method that is called directly runs as part of the calling task.
 */
public interface TaskRequest {

    /** Whether this thread runs a task. Celery: not {@code called_directly}. */
    boolean isActive();

    /** The task's id, the same across all its retries. */
    String id();

    /** The task's name. */
    String task();

    /** The positional arguments of the call, converted to the types of the method's parameters. */
    List<Object> args();

    /** The arguments that the call gives by parameter name. */
    Map<String, Object> kwargs();

    /** The id of the first task of the tree that this task belongs to; this task's own id if it is the first. */
    String rootId();

    /** The id of the task that sent this task; empty if a request, a timer or another program sent it. */
    Optional<String> parentId();

    /** How many times the task has been retried before this execution; 0 for the first execution. */
    int retries();

    /** The earliest time at which the task could run; empty if it could run immediately. */
    Optional<Instant> eta();

    /** When the task expires and is no longer run; empty if it never expires. */
    Optional<Instant> expires();

    /**
     * The name that log lines and consoles show: the call's {@code shadow} or, if the call has none, the task's name.
     */
    String shadow();

    /**
     * The longest time that this execution may take, as set by the call or, if the call sets none, by the task; empty
     * for no limit.
     */
    Optional<Duration> timeLimit();

    /**
     * How long this execution may take before it is asked to stop, as set by the call or, if the call sets none, by the
     * task; empty for no limit.
     */
    Optional<Duration> softTimeLimit();

    /** The headers that the caller sent along, by name; values may be null. */
    Map<String, Object> headers();

    /** The JMS correlation id that the call sets or, if it sets none, the task's id. */
    String correlationId();

    /** The queue where the sender expects a reply, by the name that tasks use; empty if none was given. */
    Optional<String> replyTo();

    /** The JMS message group that the task belongs to, if any. */
    Optional<String> group();

    /**
     * Whether the result is not needed, as set by the call or, if the call does not say, by the task. Celery:
     * {@code ignore_result}.
     */
    boolean ignoreResult();

    /**
     * The ids of the tasks that this task has sent so far, as they will be stored with its result. Empty if the result
     * is ignored or {@code trail} is false, because then no ids are stored. Celery: {@code children}.
     */
    List<String> children();

    /** The arguments on one redacted line, as consoles show them; empty if there are none. Celery: {@code argsrepr}. */
    Optional<String> argumentSummary();

    /** The queue that the task came from. */
    String queue();

    /** The exchange whose bindings led to the queue, if any. Celery: {@code delivery_info["exchange"]}. */
    Optional<String> exchange();

    /** The routing key of the task, if any. Celery: {@code delivery_info["routing_key"]}. */
    Optional<String> routingKey();

    /** The JMS priority of the message. */
    int priority();

    /**
     * How often the broker has delivered this message, including this delivery; 1 for the first delivery. A broker may
     * restart the count after a crash, and may count a delivery that never reached a worker. JMS:
     * {@code JMSXDeliveryCount}.
     */
    int deliveryCount();

    /** Whether the broker may have delivered this message before. JMS: {@code JMSRedelivered}. */
    boolean redelivered();

    /** The node that sent the task. Celery: {@code origin}. */
    String origin();

    /**
     * The name of the user on whose behalf the task was sent; empty if no user is known. If a node sent the task, the
     * name is {@code current_user} of the sender's log context. The web filter sets {@code current_user} to the user
     * who is logged in, and tasks that a task sends inherit it. If another program sent the task, the name is that of
     * the user that the broker has validated ({@code JMSXUserID}). A name that the program claims is never used.
     *
     * <p>Use the name to attribute work, not to authorize it. The application itself can bind any {@code current_user},
     * and whoever may write to the queue can imitate a node. The task method does not run as this user. To the
     * container, its caller is anonymous.
     */
    Optional<String> caller();

    /** The node that runs the task. Celery: {@code hostname}. */
    String node();

    /**
     * Returns immediately while the task may continue, and throws when it should stop. Call it in task methods that
     * compute without blocking, because interrupts do not reach them. When it throws, it clears the thread's interrupt,
     * so that the task method can clean up undisturbed. A later checkpoint throws again.
     *
     * @throws SoftTimeLimitExceeded after the {@link #softTimeLimit}
     * @throws TimeLimitExceeded after the {@link #timeLimit}, when the task has already failed
     * @throws TaskInterruptedException if the task was terminated, or its node is stopping
     */
    void checkpoint();

    /**
     * Reports to operators how far this execution has come. The console, the command line and
     * {@code TaskControl.active()} show the latest report while the task runs. Celery:
     * {@code self.update_state(state='PROGRESS', meta=…)}.
     *
     * <p>A report replaces the previous report. It stays in the memory of the node, and nothing is sent or stored until
     * an operator asks. So a task may report in every iteration of a loop. Operators see a report within a few seconds.
     * The report is gone when the execution ends, and a retry starts without a report. The task's state does not
     * change.
     *
     * <p>By default, this method does nothing, so an implementation of this interface for a test may leave it out.
     *
     * @param done how much is done, 0 or more; if it is more than {@code total}, everything counts as done
     * @param total how much there is to do, in the same unit; 0 if unknown
     * @param text what the task is doing, for people, or null. The text is redacted like a log line, and operators see
     *     its first 200 characters on one line
     * @throws IllegalArgumentException if {@code done} or {@code total} is negative; the earlier report remains
     */
    default void progress(long done, long total, String text) {}

    /**
     * Returns an exception that requests a retry after the task's {@code retryDelay} or backoff. Throw it to end this
     * execution: {@code throw request.retry();}. After {@code maxRetries} retries, the task fails instead.
     */
    Retry retry();

    /** As {@link #retry()}. The cause is logged. If no retries are left, the task fails with that cause. */
    Retry retry(Throwable cause);

    /** As {@link #retry()}, but after this delay. Celery: {@code self.retry(countdown=…)}. */
    Retry retry(Duration countdown);

    /**
     * As {@link #retry(Duration)}. The cause is logged. If no retries are left, the task fails with that cause. Celery:
     * {@code self.retry(exc=…)}.
     */
    Retry retry(Duration countdown, Throwable cause);
}
