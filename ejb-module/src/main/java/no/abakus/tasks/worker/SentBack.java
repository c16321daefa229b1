package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.operate.HeldTask;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.Returns;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;

/**
 * The tasks that this node has sent back to the broker with a delay, because not every broker lists delayed messages.
 * Keeps only the latest tasks. Forgets a task when it starts on this node, and a few seconds after the task is due.
 * Thread-safe.
 */
public final class SentBack implements EventListener {

    /** The maximum number of tasks that are remembered. */
    static final int MOST = 1_000;

    /** How long a due task is remembered, because the broker may deliver it a little late. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private final TaskClock clock;
    /** The tasks by id, the latest last. */
    private final Map<String, WaitingTask> tasks = new LinkedHashMap<>();
    /** While no task is remembered, tasks start without the lock. */
    private volatile boolean isEmpty = true;

    public SentBack(TaskClock clock) {
        this.clock = clock;
    }

    /** Remembers a task whose message was sent again, if the message is delayed. */
    public void note(Route route, TaskMessage message) {
        Instant now = clock.now();
        if (message.deliverAt().filter(now::isBefore).isPresent()) {
            remember(shown(route, message, now), now);
        } else if (!isEmpty) {
            forget(message.id());
        }
    }

    @Override
    public void onEvent(TaskEvent event) {
        if (!isEmpty && event instanceof TaskEvent.Started started) {
            forget(started.delivery().message().id());
        }
    }

    /** Returns the task with this id, without its arguments and its log context; empty if it is not remembered. */
    public synchronized Optional<WaitingTask> find(String id) {
        Instant now = clock.now();
        return Optional.ofNullable(tasks.get(id)).filter(task -> !isOver(task, now));
    }

    private synchronized void remember(WaitingTask task, Instant now) {
        tasks.remove(task.id());
        tasks.put(task.id(), task);
        forgetOld(now);
    }

    private synchronized void forget(String id) {
        tasks.remove(id);
        forgetOld(clock.now());
    }

    private synchronized void forgetOld(Instant now) {
        Iterator<WaitingTask> eldestFirst = tasks.values().iterator();
        while (eldestFirst.hasNext()) {
            WaitingTask eldest = eldestFirst.next();
            if (tasks.size() <= MOST && !isOver(eldest, now)) {
                break;
            }
            eldestFirst.remove();
        }
        isEmpty = tasks.isEmpty();
    }

    private static boolean isOver(WaitingTask task, Instant now) {
        return task.due().filter(now.minus(GRACE)::isAfter).isPresent();
    }

    private static WaitingTask shown(Route route, TaskMessage message, Instant now) {
        return new WaitingTask(
                message.id(),
                message.task(),
                route.queue(),
                route.priority(),
                message.retries(),
                message.deliverAt(),
                Optional.empty(),
                Optional.of(now),
                message.hold().map(hold -> held(hold, message.extras().returns())));
    }

    private static HeldTask held(Hold hold, Returns returns) {
        // The hold of a task that no node could run has no beginning of its own.
        Instant since = hold.since().orElse(returns.since());
        return HeldTask.of(hold.grant(), hold.slot(), Optional.of(returns.reason()), Optional.of(since));
    }
}
