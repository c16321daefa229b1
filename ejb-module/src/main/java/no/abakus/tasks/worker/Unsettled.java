package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.crash.Claims;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.port.ClaimKey;

/**
 * Keeps the outcomes of tasks that must never start twice, if the outcomes could not be recorded because the database
 * or the broker was unavailable. Recording is retried until it succeeds. Few outcomes accumulate, because no such task
 * starts without the database. Thread-safe.
 */
final class Unsettled {

    private record Waiting(Execution execution, Supplier<Outcome> settling) {}

    private static final Log log = Log.get("no.abakus.tasks");

    private final Map<ClaimKey, Waiting> waiting = new ConcurrentHashMap<>();
    private final Claims claims;
    private final TaskEvents events;
    private final TaskClock clock;

    Unsettled(Claims claims, TaskEvents events, TaskClock clock) {
        this.claims = claims;
        this.events = events;
        this.clock = clock;
    }

    void add(Execution execution, Supplier<Outcome> settling) {
        waiting.put(key(execution), new Waiting(execution, settling));
    }

    boolean has(Execution execution) {
        return waiting.containsKey(key(execution));
    }

    private static ClaimKey key(Execution execution) {
        return ClaimKey.of(execution.message());
    }

    /** Tries once to record each outcome. */
    void settle() {
        waiting.forEach((key, one) -> {
            try (LogScope scope = LogContext.replace(one.execution().context())) {
                Outcome outcome = one.settling().get();
                // In this order, because a claim that nobody holds is not released.
                claims.done(one.execution().message());
                waiting.remove(key, one);
                Duration took = Duration.between(one.execution().begun(), clock.now());
                events.publish(() -> EndEvent.of(one.execution(), outcome, took));
            } catch (RuntimeException e) {
                // The database may refuse one outcome for ever. That must not hold up the others.
                log.warning(
                        "task_outcome_not_kept",
                        "reason",
                        e.getMessage(),
                        "next",
                        "the node tries again in a few seconds");
            }
        });
    }
}
