package no.abakus.tasks.control;

import java.time.Duration;

/** How long nodes are waited for. */
final class ControlPatience {

    /** Celery's. */
    static final Duration STANDARD = Duration.ofSeconds(1);

    private ControlPatience() {}
}
