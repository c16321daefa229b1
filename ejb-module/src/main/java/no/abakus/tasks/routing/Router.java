package no.abakus.tasks.routing;

import java.util.Set;
import java.util.TreeSet;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.config.RoutingConfig;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.spi.Route;

/** Decides queue and priority of a call: what the call says, else what the task says, else the defaults. Immutable. */
public final class Router {

    private static final int LOWEST_PRIORITY = 0;
    private static final int HIGHEST_PRIORITY = 9;
    private static final int DEFAULT_PRIORITY = TaskAttributes.DEFAULTS.priority();

    private final String defaultQueue;
    private final Set<String> queues;

    /** A router to the default queue, to those that listeners of this application consume, and to external ones. */
    public Router(RoutingConfig config, Set<String> consumedQueues) {
        this.defaultQueue = config.defaultQueue();
        this.queues = new TreeSet<>(consumedQueues);
        this.queues.add(defaultQueue);
        this.queues.addAll(config.externalQueues());
    }

    /** The queues that calls can go to. */
    public Set<String> queues() {
        return Set.copyOf(queues);
    }

    /**
     * Where the call goes.
     *
     * @throws TaskOptionException if it names a queue that is not known here, or a priority that JMS does not have
     */
    public Route route(TaskAttributes attributes, TaskOptions options) {
        // Said to be none is not the same as not said: then the task has no word either.
        String queue = (options.says(TaskOption.QUEUE) ? options.get(TaskOption.QUEUE) : attributes.queue())
                .orElse(defaultQueue);
        if (!queues.contains(queue)) {
            throw new TaskOptionException("No queue is called '" + queue + "' here; these are: " + queues
                    + ". Declare a listener for it, or name it in abakus.tasks.routing.external-queues");
        }
        int priority = options.get(TaskOption.PRIORITY)
                .orElse(options.says(TaskOption.PRIORITY) ? DEFAULT_PRIORITY : attributes.priority());
        if (priority < LOWEST_PRIORITY || priority > HIGHEST_PRIORITY) {
            throw new TaskOptionException("Priority " + priority
                    + " is out of range: JMS has 0 (last) to 9 (first), 4 where nothing is said");
        }
        return new Route(queue, priority);
    }
}
