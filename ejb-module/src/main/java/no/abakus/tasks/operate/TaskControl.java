package no.abakus.tasks.operate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskOptionException;

/**
 * Inspects and controls the nodes. Inject it into any bean. Thread-safe. Celery: {@code app.control} and
 * {@code app.control.inspect()}.
 *
 * <p>Commands to nodes and queries about nodes go to all nodes. The map of the nodes' replies is keyed by node name,
 * and a node that does not reply in time is missing from it. Only {@link #revoke} takes part in the caller's
 * transaction: it takes effect when the transaction commits.
 *
 * <p>Methods throw {@link OperationalException} if the broker cannot be reached, or if something must be stored and the
 * database cannot be reached.
 */
public interface TaskControl {

    /**
     * Returns a control that addresses only the nodes with these names. Its revocations and pauses still apply to all
     * nodes. Celery: {@code destination}.
     */
    TaskControl on(String... nodes);

    /**
     * Returns a control that waits this long for replies; the default is one second. It stops waiting once all nodes
     * known to be alive have replied. Celery: {@code timeout}.
     *
     * @throws TaskOptionException if the time is negative or longer than 292 years
     */
    TaskControl within(Duration patience);

    /**
     * Like {@link #revoke(Revocable, boolean)}, but does not interrupt tasks that are already running. Those tasks are
     * not run again.
     */
    default RevokeReport revoke(Revocable which) {
        return revoke(which, false);
    }

    /**
     * Asks workers not to run the selected tasks. The request is stored in the database, survives restarts, and is kept
     * for {@code abakus.tasks.control.revocation-retention}. Error links of the tasks are not sent. Celery:
     * {@code revoke}, {@code terminate}, {@code revoke_by_stamped_headers}.
     *
     * @param terminate whether to interrupt tasks that are running, on any node; a task method that ignores the
     *     interrupt runs to completion
     */
    RevokeReport revoke(Revocable which, boolean terminate);

    /** Returns the nodes that reply, and how long each reply took. Celery: {@code ping}. */
    Map<String, Duration> ping();

    /** Returns the tasks that each node is running now, the longest-running first. Celery: {@code inspect active}. */
    Map<String, List<ActiveTask>> active();

    /** Returns the names of the tasks that each node knows. Celery: {@code inspect registered}. */
    Map<String, List<String>> registered();

    /** Returns each node's statistics. Celery: {@code inspect stats}. */
    Map<String, NodeStats> stats();

    /**
     * Returns the state of the queues that this application consumes, as the broker reports it. Celery:
     * {@code inspect active_queues}.
     */
    List<QueueState> queues();

    /**
     * Returns the state of the queues of all applications at the broker. The queues have the broker's names, such as
     * {@code abakus.default} or, for an application named shop, {@code abakus.shop.default}. Messages that wait in the
     * database until they are nearly due are not counted.
     *
     * @throws UnsupportedOperationException if this broker does not list its queues
     */
    List<QueueState> queuesOfAllApplications();

    /**
     * Returns how many messages are in the two queues that no worker consumes. {@code dead_letter} holds rejected
     * messages, and {@code expired} holds expired messages that are about to be recorded. A queue is missing if the
     * broker reports nothing about it.
     *
     * @throws OperationalException if the broker cannot be reached
     */
    Map<String, Long> setAside();

    /**
     * Returns the due tasks that wait in this application's queues, at most this many per queue. Celery:
     * {@code inspect reserved}, although workers here do not reserve tasks in advance.
     *
     * @throws TaskOptionException if {@code most} is less than 1
     * @throws UnsupportedOperationException if the broker does not list waiting messages
     */
    List<WaitingTask> reserved(int most);

    /**
     * Returns the tasks that are not due yet, at most this many per queue. Celery: {@code inspect scheduled}.
     *
     * @throws TaskOptionException if {@code most} is less than 1
     * @throws UnsupportedOperationException if the broker does not list delayed messages
     */
    List<WaitingTask> scheduled(int most);

    /**
     * Returns due tasks like {@link #reserved(int)}, but at most this many in all queues together, and only those that
     * can be read in this time. The default implementation is for tests; it ignores the time.
     *
     * @throws TaskOptionException if {@code most} is less than 1
     * @throws UnsupportedOperationException if the broker does not list waiting messages
     */
    default WaitingTasks reserved(int most, Duration longest) {
        return WaitingTasks.first(most, reserved(most));
    }

    /**
     * Returns tasks that are not due yet like {@link #scheduled(int)}, but at most this many in all queues together.
     * After this time no further queue is read. The default implementation is for tests; it ignores the time.
     *
     * @throws TaskOptionException if {@code most} is less than 1
     * @throws UnsupportedOperationException if the broker does not list delayed messages
     */
    default WaitingTasks scheduled(int most, Duration longest) {
        return WaitingTasks.first(most, scheduled(most));
    }

    /**
     * Returns the task with this id if it waits in one of this application's queues, whether it is due or not, and no
     * matter how many tasks are before it; empty if the broker does not find the task. The default implementation is
     * for tests, and searches only the first 1,000 due tasks of each queue. Celery: {@code inspect query_task}.
     *
     * @throws OperationalException if the broker cannot be reached
     */
    default Optional<WaitingTask> waiting(String id) {
        return reserved(1_000).stream().filter(task -> task.id().equals(id)).findFirst();
    }

    /**
     * Changes a task's rate limit until the nodes are restarted. A node refuses if it does not know the task or cannot
     * parse the rate.
     *
     * @param rate the rate, such as {@code 100/m}; empty for no limit
     */
    Map<String, ControlAnswer> rateLimit(String task, Optional<String> rate);

    /**
     * Changes a task's time limits until the nodes are restarted, for executions that start from now on. Limits given
     * in a call take precedence. Celery: {@code time_limit}.
     *
     * @param soft how long the task method may run before it is asked to stop; empty for no limit
     * @param hard how long the task method may run before the task fails, not shorter than {@code soft}; empty for no
     *     limit
     * @throws TaskOptionException if a limit is zero or less, or {@code soft} is longer than {@code hard}
     */
    Map<String, ControlAnswer> timeLimit(String task, Optional<Duration> soft, Optional<Duration> hard);

    /** Pauses this queue until it is resumed; its tasks wait at the broker. The pause survives restarts. */
    void pauseQueue(String queue);

    /** Resumes a queue after {@link #pauseQueue}; returns whether the queue was paused. */
    boolean resumeQueue(String queue);

    /** Pauses all tasks with this name until they are resumed; they wait at the broker. The pause survives restarts. */
    void pauseTask(String task);

    /**
     * Resumes a task after {@link #pauseTask}; returns whether the task was paused. Waiting tasks start within a
     * minute.
     */
    boolean resumeTask(String task);

    /** Returns the names of the paused queues. */
    List<String> pausedQueues();

    /** Returns the names of the paused tasks. */
    List<String> pausedTasks();

    /**
     * Returns the paused queues and when each was paused. The default implementation is for tests, and returns none.
     */
    default Map<String, Instant> queuesPausedSince() {
        return Map.of();
    }

    /** Returns the paused tasks and when each was paused. The default implementation is for tests, and returns none. */
    default Map<String, Instant> tasksPausedSince() {
        return Map.of();
    }

    /**
     * Returns the time at which the task with this id was revoked; empty if this node knows of no such revocation. Does
     * not consider revocations by name, header or log context. The default implementation is for tests, and returns
     * nothing.
     */
    default Optional<Instant> revokedAt(String id) {
        return Optional.empty();
    }

    /**
     * Returns, for each node, the tasks with {@code acks = EARLY} that wait there for a slot: their ids, and when each
     * began to wait. The default implementation is for tests, and returns none.
     */
    default Map<String, Map<String, Instant>> waitingForSlot() {
        return Map.of();
    }

    /**
     * Returns the task with this id if a node has sent it back to the broker with a delay, for example because it is
     * paused, must wait for its turn, or is retried. The nodes are asked, so the broker need not list delayed tasks.
     * The task lacks its arguments and its log context. Each node remembers the last 1,000 such tasks until it is
     * restarted. Returns an empty value if no node that replies remembers the task. The default implementation is for
     * tests, and returns nothing.
     */
    default Optional<WaitingTask> sentBack(String id) {
        return Optional.empty();
    }

    /** Makes nodes consume a queue again after {@link #cancelConsumer}. Celery: {@code add_consumer}. */
    Map<String, ControlAnswer> addConsumer(String queue);

    /**
     * Makes nodes stop consuming a queue until they are restarted. Other nodes continue. Celery:
     * {@code cancel_consumer}.
     */
    Map<String, ControlAnswer> cancelConsumer(String queue);

    /** Makes nodes accept no new tasks until they are restarted or {@link #wake} is called. Running tasks continue. */
    Map<String, ControlAnswer> quiet();

    /**
     * Makes nodes accept new tasks again after {@link #quiet}. If a node still accepts none for another reason, its
     * answer gives the reason. A node whose {@link #shutdown} has begun refuses.
     */
    Map<String, ControlAnswer> wake();

    /**
     * Makes nodes accept no new tasks, and stop their servers when no task is running on them or the grace period is
     * over. On a node whose shutdown has begun already, the earlier grace period applies. Celery: {@code shutdown}.
     *
     * @throws TaskOptionException if the grace period is negative or longer than 292 years
     */
    Map<String, ControlAnswer> shutdown(Duration grace);

    /** Makes nodes send monitoring events until they are restarted. Celery: {@code enable_events}. */
    Map<String, ControlAnswer> enableEvents();

    /** Makes nodes send no monitoring events until they are restarted. Celery: {@code disable_events}. */
    Map<String, ControlAnswer> disableEvents();
}
