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
 * @param message what is sent
 * @param routes where to; the same message to each
 * @param options what holds for the call
 * @param parent the task that sends it
 */
record Prepared(TaskMessage message, List<Route> routes, TaskOptions options, Optional<Lineage> parent) {

    /** Whether its time is over before it is sent. */
    boolean hasExpired(Instant now) {
        return message.extras()
                .expires()
                .filter(expires -> !expires.isAfter(now))
                .isPresent();
    }
}
