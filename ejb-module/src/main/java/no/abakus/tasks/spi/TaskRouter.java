package no.abakus.tasks.spi;

import java.util.Optional;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;

/**
 * Routes calls in ways that patterns of names cannot express. CDI beans of this type are asked at every call, before
 * the configured routes, in the order of {@link #order}; the first answer counts. Must be thread-safe, and quick
 * because the sender waits. Celery: a callable in {@code task_routes}.
 */
@FunctionalInterface
public interface TaskRouter {

    /**
     * The options for this call, such as {@code queue} or {@code priority}, where the call itself sets none; empty to
     * leave the decision to others. What it throws goes to the caller, and nothing is sent.
     */
    Optional<TaskOptions> route(TaskSignature call);

    /** Routers with a lower order are asked first. Default: 0. */
    default int order() {
        return 0;
    }
}
