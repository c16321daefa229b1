package no.abakus.tasks.deployment;

import java.util.Set;
import no.abakus.logging.Log;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.delay.jdbc.JdbcParked;
import no.abakus.tasks.transport.jms.JmsTakeOver;
import no.abakus.tasks.transport.jms.QueueNames;

/**
 * Takes over the waiting tasks of applications with other names, because this application had those names before. It
 * continues as long as the application runs, for nodes and programs that still use the earlier name.
 */
final class TakeOver {

    private static final Log log = Log.get("no.abakus.tasks");

    private final Set<String> others;
    private final Destinations destinations;
    private final JmsTakeOver messages;
    private final JdbcParked parked;

    TakeOver(Set<String> others, Destinations destinations, JmsTakeOver messages, JdbcParked parked) {
        this.others = others;
        this.destinations = destinations;
        this.messages = messages;
        this.parked = parked;
    }

    /** The owner of an application's rows. */
    static Owner owner(QueueNames names) {
        return names.isPlain() ? Owner.PLAIN : new Owner(names.application());
    }

    /** Whether there are applications to take over from. */
    boolean isAskedFor() {
        return !others.isEmpty();
    }

    /** Moves everything that waits now. */
    void look() {
        for (String other : others) {
            QueueNames theirs = new QueueNames(other);
            int taken = parked.takeOver(owner(theirs));
            for (String queue : destinations.queues()) {
                taken += messages.move(theirs, queue);
            }
            if (taken > 0) {
                log.info("tasks_taken_over", "application", other, "tasks", taken);
            }
        }
    }
}
