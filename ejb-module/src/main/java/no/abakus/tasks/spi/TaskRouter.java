package no.abakus.tasks.spi;

import java.util.Optional;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;

/**
 * Routes calls by rules that name patterns cannot express. Every call queries the CDI beans of this type in the order
 * of {@link #order}, before the configured routes; the first non-empty result applies. A router must be thread-safe,
 * and it must be quick because the sender waits. Celery: a callable in {@code task_routes}.
 */
@FunctionalInterface
public interface TaskRouter {

    /**
     * Returns options for this call, such as {@code queue} or {@code priority}; empty to leave the decision to other
     * routers. An option applies only if the call does not set it. An exception is passed on to the caller, and nothing
     * is sent.
     */
    Optional<TaskOptions> route(TaskSignature call);

    /** Returns this router's order. Routers with a lower order are queried first. Default: 0. */
    default int order() {
        return 0;
    }
}
