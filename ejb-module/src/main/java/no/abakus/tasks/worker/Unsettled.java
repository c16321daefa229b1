package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.crash.Claims;
import no.abakus.tasks.event.TaskEvents;

/**
 * Outcomes of tasks that must never begin twice, which could not be recorded because the database or the broker was
 * unavailable. They are retried until they are. They stay few, because no more such tasks begin without the database.
 * Thread-safe.
 */
final class Unsettled {

    private record Waiting(Execution execution, Supplier<Outcome> settling) {}

    private static final Log log = Log.get("no.abakus.tasks");

    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
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

    private static String key(Execution execution) {
        return execution.message().retries() + "/" + execution.message().id();
    }

    /** Tries all of them once more. */
    void settle() {
        waiting.forEach((key, one) -> {
            try (LogScope scope = LogContext.replace(one.execution().context())) {
                Outcome outcome = one.settling().get();
                waiting.remove(key, one);
                claims.done(one.execution().message());
                Duration took = Duration.between(one.execution().begun(), clock.now());
                events.publish(() -> EndEvent.of(one.execution(), outcome, took));
            } catch (OperationalException e) {
                log.warning("task_outcome_not_kept", "reason", e.getMessage(), "next", "tried again in seconds");
            }
        });
    }
}
