package no.abakus.tasks.routing;

import java.util.Set;
import java.util.TreeSet;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.config.RoutingConfig;

/** The queues that have a consumer, as far as this application knows. Immutable. */
final class KnownQueues {

    private final Set<String> names;
    private final boolean createMissing;

    KnownQueues(RoutingConfig config, Set<String> consumedQueues) {
        names = new TreeSet<>(consumedQueues);
        names.add(config.defaultQueue());
        names.addAll(config.externalQueues());
        createMissing = config.createMissing();
    }

    Set<String> names() {
        return Set.copyOf(names);
    }

    boolean knows(String queue) {
        return createMissing || names.contains(queue);
    }

    /**
     * Returns the queue if it is known.
     *
     * @throws TaskOptionException if the queue is not known; the message lists the known queues
     */
    String known(String queue) {
        if (!knows(queue)) {
            throw new TaskOptionException("No queue is called '" + queue + "' here; the known queues are " + names
                    + ". Declare a listener for the queue, or list the queue in abakus.tasks.routing.external-queues");
        }
        return queue;
    }

    @Override
    public String toString() {
        return names.toString();
    }
}
