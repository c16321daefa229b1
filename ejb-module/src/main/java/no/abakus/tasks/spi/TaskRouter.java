package no.abakus.tasks.spi;

import java.util.Optional;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;

/**
 * Decides where calls go, for what no pattern of names can say. A CDI bean of this type is asked at every call, in front of
 * the routes of configuration; the first answer counts, of several beans in the order of {@link #order}. Thread-safe, and
 * quick, for the sender waits. Celery: a callable of {@code task_routes}.
 */
@FunctionalInterface
public interface TaskRouter {

    /**
     * What holds for this call, such as {@code queue} or {@code priority}, where the call itself says nothing; empty to
     * leave it to others. What it throws is thrown to the caller, and nothing is sent.
     */
    Optional<TaskOptions> route(TaskSignature call);

    /** Those of lower order are asked first. Default: 0. */
    default int order() {
        return 0;
    }
}
