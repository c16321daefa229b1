package no.abakus.tasks.spi;

import java.util.Optional;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;

/**
 * Routes calls by rules that name patterns cannot express. Every call queries the CDI beans of this type in the order
 * of {@link #order}, before the configured routes; the first non-empty result applies. Must be thread-safe, and quick
 * because the sender waits. Celery: a callable in {@code task_routes}.
 */
@FunctionalInterface
public interface TaskRouter {

    /**
     * The options for this call, such as {@code queue} or {@code priority}, which apply where the call does not set
     * them; empty to leave the decision to other routers. An exception is passed on to the caller, and nothing is sent.
     */
    Optional<TaskOptions> route(TaskSignature call);

    /** Routers with a lower order are queried first. Default: 0. */
    default int order() {
        return 0;
    }
}
