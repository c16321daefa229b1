package no.abakus.tasks.control;

import java.time.Duration;

/** How long to wait for replies from nodes. */
final class ReplyTimeout {

    /** The default, as in Celery. */
    static final Duration STANDARD = Duration.ofSeconds(1);

    private ReplyTimeout() {}
}
