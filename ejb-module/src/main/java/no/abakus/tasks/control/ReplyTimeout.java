package no.abakus.tasks.control;

import java.time.Duration;

/** How long to wait for nodes. */
final class ReplyTimeout {

    /** Celery's default. */
    static final Duration STANDARD = Duration.ofSeconds(1);

    private ReplyTimeout() {}
}
