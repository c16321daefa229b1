package no.abakus.tasks.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;

/**
 * A task that only has to be sent: all that can be wrong with the call was looked for.
 *
 * @param copies what is sent where; an exchange may lead to several queues, and each copy is a task of its own
 * @param options what holds for the call
 * @param parent the task that sends it
 */
record Prepared(List<Copy> copies, TaskOptions options, Optional<Lineage> parent) {

    /** A message and where it goes. */
    record Copy(TaskMessage message, Route route) {}

    /** What its sender holds a handle of: the first copy. */
    TaskMessage message() {
        return copies.get(0).message();
    }

    /** Whether its time is over before it is sent. */
    boolean hasExpired(Instant now) {
        return message()
                .extras()
                .expires()
                .filter(expires -> !expires.isAfter(now))
                .isPresent();
    }
}
