package no.abakus.tasks.delay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.abakus.logging.Log;
import no.abakus.tasks.config.DelayConfig;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.DelayedMessages;
import no.abakus.tasks.port.MissingQueue;
import no.abakus.tasks.port.ParkedMessage;
import no.abakus.tasks.port.ParkedStore;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Rejection.Reason;

/**
 * Moves parked messages to their queues shortly before they are due. The broker delivers them at the exact time.
 * Removing and sending share one transaction, so a crash never loses or duplicates a message. Every node does this, and
 * no two nodes take the same message. Thread-safe.
 */
final class Departures extends SteppedWork {

    private static final Log log = Log.get("no.abakus.tasks");

    private static final int MOST = 500;

    /**
     * The maximum number of messages that are at the broker before they are due. So many messages take about 45 MB of
     * the broker's heap.
     */
    private static final int MOST_AHEAD = 8_000;

    /**
     * How long tasks wait for a missing queue. The application that has the queue may still be deployed in that time.
     */
    private static final Duration MISSING_AT_MOST = Duration.ofMinutes(10);

    private static final Duration WHILE_FULL = Duration.ofMillis(500);

    private final ParkedStore store;
    private final DelayedMessages messages;
    private final Transactions transactions;
    private final TaskClock clock;
    private final Duration lead;
    private final Duration betweenLooks;
    private final Ahead ahead = new Ahead(MOST_AHEAD);
    private final BlockedQueues blocked = new BlockedQueues();

    /** Creates the chore. It moves messages that are due within the configured lead. */
    Departures(
            ParkedStore store,
            DelayedMessages messages,
            Transactions transactions,
            TaskClock clock,
            DelayConfig config) {
        super("delayed_tasks_not_moved");
        this.store = store;
        this.messages = messages;
        this.transactions = transactions;
        this.clock = clock;
        this.lead = config.lead();
        this.betweenLooks = config.betweenLooks();
    }

    @Override
    boolean step() {
        Instant now = clock.now();
        Instant until = ahead.hasRoom(now) ? now.plus(lead) : now;
        boolean isSomethingDue = transactions
                .outside(store::firstDue)
                .filter(due -> !due.isAfter(until))
                .isPresent();
        if (!isSomethingDue) {
            return false;
        }
        List<ParkedMessage> moved = moved(until, now);
        ahead.add(moved);
        return !moved.isEmpty();
    }

    /** How long to wait before the next check when there is no more to move. */
    Duration pause() {
        return ahead.isFull() ? WHILE_FULL : betweenLooks;
    }

    private List<ParkedMessage> moved(Instant until, Instant now) {
        try {
            return transactions.own(() -> move(until, MOST, now));
        } catch (RuntimeException e) {
            // Perhaps a single queue is full. Moving one message shows which queue it is, so that the other queues need
            // not wait.
            return moveOne(until, now);
        }
    }

    private List<ParkedMessage> moveOne(Instant until, Instant now) {
        String[] queue = new String[1];
        try {
            return transactions.own(() -> {
                List<ParkedMessage> one = store.take(until, 1, blocked.names(now));
                queue[0] = one.isEmpty() ? null : one.get(0).queue();
                messages.send(one);
                return one;
            });
        } catch (RuntimeException e) {
            // This throws if the broker is unreachable. In that case, the queue is not the cause.
            transactions.outside(messages::areThere);
            if (queue[0] == null) {
                throw e;
            }
            boolean isMissing = e.getCause() instanceof MissingQueue;
            if (isMissing && blocked.refusing(queue[0], now).compareTo(MISSING_AT_MOST) >= 0) {
                return bury(queue[0], until, now);
            }
            if (blocked.add(queue[0], now)) {
                return moveOthers(queue[0], e, until, now);
            }
            if (isMissing) {
                return bury(queue[0], until, now);
            }
            throw e;
        }
    }

    private List<ParkedMessage> moveOthers(String queue, RuntimeException why, Instant until, Instant now) {
        log.warning(
                "delayed_tasks_held_up",
                "queue",
                queue,
                "reason",
                why.getMessage(),
                "next",
                "the tasks stay in the database and are moved when the queue accepts them; other queues continue");
        return moved(until, now);
    }

    /**
     * Moves a task of a missing queue to the dead-letter queue. Otherwise, tasks for queues that will never exist would
     * be tried forever.
     */
    private List<ParkedMessage> bury(String queue, Instant until, Instant now) {
        Rejection rejection = new Rejection(
                Reason.INVALID_PROPERTY,
                "The task was sent for the queue '" + queue + "', which the broker does not have. Check the names of"
                        + " the application and its queue. Deploy that application, and then send the dead letter"
                        + " again");
        return transactions.own(() -> {
            List<ParkedMessage> one = store.take(until, 1, blocked.names(now));
            for (ParkedMessage parked : one) {
                if (parked.queue().equals(queue)) {
                    messages.bury(parked, rejection);
                } else {
                    messages.send(one);
                }
            }
            return one;
        });
    }

    private List<ParkedMessage> move(Instant until, int most, Instant now) {
        List<ParkedMessage> due = store.take(until, most, blocked.names(now));
        messages.send(due);
        return due;
    }
}
