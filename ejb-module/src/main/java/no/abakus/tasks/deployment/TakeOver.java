package no.abakus.tasks.deployment;

import java.util.Set;
import no.abakus.logging.Log;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.delay.jdbc.JdbcParked;
import no.abakus.tasks.history.jdbc.JdbcHistoryTakeOver;
import no.abakus.tasks.order.jdbc.JdbcOrdersTakeOver;
import no.abakus.tasks.transport.jms.JmsTakeOver;
import no.abakus.tasks.transport.jms.QueueNames;

/**
 * Takes over the waiting tasks, the orders (revocations and pauses) and the history that are stored under earlier names
 * of this application. The orders are taken over once. The rest is taken over repeatedly while the application runs,
 * because other nodes and programs may still use an earlier name.
 */
final class TakeOver {

    private static final Log log = Log.get("no.abakus.tasks");

    /**
     * Limits each run to twenty thousand ended executions per earlier name, so that the next run can soon move waiting
     * tasks.
     */
    private static final int MOST_STEPS = 20;

    private final Set<String> others;
    private final Destinations destinations;
    private final JmsTakeOver messages;
    private final Rows rows;
    private final TaskClock clock;
    private final Runnable ordersChanged;

    /**
     * Prepares to take over from these applications.
     *
     * @param ordersChanged called after orders were copied
     */
    TakeOver(
            Set<String> others,
            Destinations destinations,
            JmsTakeOver messages,
            Rows rows,
            TaskClock clock,
            Runnable ordersChanged) {
        this.others = others;
        this.destinations = destinations;
        this.messages = messages;
        this.rows = rows;
        this.clock = clock;
        this.ordersChanged = ordersChanged;
    }

    /** The part of the take-over that is in the database. */
    record Rows(JdbcParked parked, JdbcOrdersTakeOver orders, JdbcHistoryTakeOver history) {}

    /** The owner of an application's rows. */
    static Owner owner(QueueNames names) {
        return Owner.named(names.application());
    }

    /** Whether there are applications to take over from. */
    boolean isAskedFor() {
        return !others.isEmpty();
    }

    /**
     * Copies the orders if this has not been done yet. Then moves all tasks that wait now, and a part of the history.
     */
    void look() {
        for (String other : others) {
            QueueNames theirs = new QueueNames(other);
            // Orders come first, so that no paused or revoked task starts.
            takeOrders(other, owner(theirs));
            int taken = rows.parked().takeOver(owner(theirs));
            for (String queue : destinations.queues()) {
                taken += messages.move(theirs, queue);
            }
            if (taken > 0) {
                log.info("tasks_taken_over", "application", other, "tasks", taken);
            }
            takeHistory(other, owner(theirs));
        }
    }

    private void takeOrders(String other, Owner theirs) {
        int copied = rows.orders().copyOnce(theirs, clock.now());
        if (copied > 0) {
            ordersChanged.run();
            log.info("orders_taken_over", "application", other, "orders", copied);
        }
    }

    private void takeHistory(String other, Owner theirs) {
        int all = 0;
        int some;
        int steps = 0;
        do {
            some = rows.history().move(theirs, clock.now());
            all += some;
            steps++;
        } while (some > 0 && steps < MOST_STEPS);
        if (all > 0) {
            log.info("history_taken_over", "application", other, "rows", all);
        }
    }
}
