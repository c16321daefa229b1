package no.abakus.tasks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sees and steers what nodes do. Inject it into any bean. Questions go to all nodes, and the answers come by node; one that
 * does not answer in time is not in them. Nothing here takes part in the caller's transaction, apart from {@link #revoke}, which
 * holds if that commits. Thread-safe. Celery: {@code app.control} and {@code app.control.inspect()}.
 *
 * <p>Methods throw {@link OperationalException} if the broker or, where something is to be kept, the database is out of reach.
 */
public interface TaskControl {

    /** The same, asking only the nodes of these names; revocations and pauses hold everywhere. Celery: {@code destination}. */
    TaskControl on(String... nodes);

    /**
     * The same, waiting so long for answers; a second by default. It does not wait once all nodes that are known to live have
     * answered. Celery: {@code timeout}.
     */
    TaskControl within(Duration patience);

    /** As {@link #revoke(Revocable, boolean)}, leaving tasks alone that run already; they are not run again. */
    default RevokeReport revoke(Revocable which) {
        return revoke(which, false);
    }

    /**
     * Wishes that tasks should not run. The wish is kept in the database and holds whatever is restarted: for
     * {@code abakus.tasks.control.revocation-retention}. Their error links are not sent. Celery: {@code revoke},
     * {@code terminate}, {@code revoke_by_stamped_headers}.
     *
     * @param terminate whether tasks that run are interrupted, on whichever node; a body that does not heed that runs to its end
     */
    RevokeReport revoke(Revocable which, boolean terminate);

    /** The nodes that answer, and after how long. Celery: {@code ping}. */
    Map<String, Duration> ping();

    /** What each node runs now, the longest running first. Celery: {@code inspect active}. */
    Map<String, List<ActiveTask>> active();

    /** The names of the tasks that each node knows. Celery: {@code inspect registered}. */
    Map<String, List<String>> registered();

    /** What each node says of itself. Celery: {@code inspect stats}. */
    Map<String, NodeStats> stats();

    /** What the broker says of the queues that this application consumes. Celery: {@code inspect active_queues}. */
    List<QueueState> queues();

    /**
     * How many messages are in the queues that nobody works on: {@code dead_letter}, those that no worker would take, and {@code expired},
     * those whose time was over and that are about to be recorded. A queue of which the broker tells nothing is missing.
     *
     * @throws OperationalException if the broker is out of reach
     */
    Map<String, Long> setAside();

    /**
     * Tasks that wait in the queues of this application and are due, at most so many of each queue. Workers of this system hold
     * none, so this is what Celery calls {@code inspect reserved}.
     */
    List<WaitingTask> reserved(int most);

    /**
     * Tasks that wait for their time, at most so many of each queue. Celery: {@code inspect scheduled}.
     *
     * @throws UnsupportedOperationException if the broker does not tell
     */
    List<WaitingTask> scheduled(int most);

    /**
     * Changes a task's rate limit until nodes are restarted.
     *
     * @param rate such as {@code 100/m}; empty for none
     */
    Map<String, ControlAnswer> rateLimit(String task, Optional<String> rate);

    /**
     * Changes a task's time limits until nodes are restarted, for executions that begin from now on. What a call says of its own
     * limits goes before. Celery: {@code time_limit}.
     *
     * @param soft after which the body is asked to end; empty for no limit
     * @param hard after which the task has failed, not shorter than the soft one; empty for no limit
     * @throws TaskOptionException if a limit is zero or less, or the soft one is beyond the hard one
     */
    Map<String, ControlAnswer> timeLimit(String task, Optional<Duration> soft, Optional<Duration> hard);

    /** Has no tasks of this queue begin until it is resumed; they wait at the broker. It outlasts restarts. */
    void pauseQueue(String queue);

    /** Ends {@link #pauseQueue}; answers whether it was paused. */
    boolean resumeQueue(String queue);

    /** Has no tasks of this name begin until it is resumed; they wait at the broker. It outlasts restarts. */
    void pauseTask(String task);

    /** Ends {@link #pauseTask}; answers whether it was paused. Tasks that waited begin within a minute. */
    boolean resumeTask(String task);

    /** The names of the queues that are paused. */
    List<String> pausedQueues();

    /** The names of the tasks that are paused. */
    List<String> pausedTasks();

    /** Has nodes consume a queue again that they were told not to. Celery: {@code add_consumer}. */
    Map<String, ControlAnswer> addConsumer(String queue);

    /** Has nodes consume a queue no more, until they are restarted; others go on. Celery: {@code cancel_consumer}. */
    Map<String, ControlAnswer> cancelConsumer(String queue);

    /** Has nodes take no new tasks, until they are restarted or {@link #wake}; what runs, runs on. */
    Map<String, ControlAnswer> quiet();

    /** Ends {@link #quiet}. */
    Map<String, ControlAnswer> wake();

    /**
     * Has nodes take no new tasks, and stop their servers once nothing runs there any more, at the latest after the grace.
     * Celery: {@code shutdown}.
     */
    Map<String, ControlAnswer> shutdown(Duration grace);

    /** Has nodes tell monitoring events, until they are restarted. Celery: {@code enable_events}. */
    Map<String, ControlAnswer> enableEvents();

    /** Ends {@link #enableEvents}. Celery: {@code disable_events}. */
    Map<String, ControlAnswer> disableEvents();
}
