package no.abakus.tasks.config;

import java.util.UUID;

/** Makes the ids of tasks, so that tests can foresee them. Thread-safe. */
@FunctionalInterface
public interface Ids {

    /** Random UUIDs, as Celery's. */
    Ids RANDOM = () -> UUID.randomUUID().toString();

    /** An id that was never given before. */
    String next();
}
