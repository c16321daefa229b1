package no.abakus.tasks.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.tracing.SendTraces;

/**
 * A task that is ready to be sent, after all checks of the call.
 *
 * @param copies the messages and their routes; an exchange may lead to several queues, and each copy is a task of its
 *     own
 * @param options the options of the call
 * @param parent the task that sends this one
 */
record Prepared(List<Copy> copies, TaskOptions options, Optional<Lineage> parent) {

    /** A message and its destination. */
    record Copy(TaskMessage message, Route route) {}

    /** The first copy, to which the sender's handle belongs. */
    TaskMessage message() {
        return copies.get(0).message();
    }

    /** Starts a trace for each message, and returns the same task with messages that carry these traces. */
    Prepared tracedBy(SendTraces traces) {
        return traces.areWanted()
                ? new Prepared(
                        copies.stream()
                                .map(copy -> new Copy(traces.start(copy.message(), copy.route()), copy.route()))
                                .toList(),
                        options,
                        parent)
                : this;
    }

    /** Whether the task has expired before it was sent, or will expire before it is due. */
    boolean hasExpired(Instant now) {
        Instant due = message().eta().filter(eta -> eta.isAfter(now)).orElse(now);
        return message()
                .extras()
                .expires()
                .filter(expires -> !expires.isAfter(due))
                .isPresent();
    }
}
