package no.abakus.tasks.config;

import java.util.UUID;

/** Generates ids of tasks; tests can make them predictable. Thread-safe. */
@FunctionalInterface
public interface Ids {

    /** Random UUIDs, as in Celery. */
    Ids RANDOM = () -> UUID.randomUUID().toString();

    /** A new, unique id. */
    String next();
}
