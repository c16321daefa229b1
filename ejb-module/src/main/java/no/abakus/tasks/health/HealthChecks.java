package no.abakus.tasks.health;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.operate.TaskHealth;
import no.abakus.tasks.spi.HealthProbe;

/** Runs the probes concurrently, and waits a limited time for their results. Thread-safe. */
public final class HealthChecks implements TaskHealth {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<HealthCheck> ready;
    private final List<HealthCheck> start;
    private final Duration patience;
    private volatile boolean hasStarted;

    /**
     * Creates checks that run these probes.
     *
     * @param ready the probes of what a node needs
     * @param start the probe that tells whether the application has started
     * @param executors provides an executor for each probe; an executor gets only one run at a time
     */
    public HealthChecks(List<HealthProbe> ready, HealthProbe start, Supplier<Executor> executors, TaskClock clock) {
        this(ready, start, executors, clock, PATIENCE);
    }

    HealthChecks(
            List<HealthProbe> ready,
            HealthProbe start,
            Supplier<Executor> executors,
            TaskClock clock,
            Duration patience) {
        this.ready = ready.stream()
                .map(probe -> new HealthCheck(probe, executors.get(), clock))
                .toList();
        this.start = List.of(new HealthCheck(start, executors.get(), clock));
        this.patience = patience;
    }

    @Override
    public List<Check> ready() {
        return run(ready);
    }

    @Override
    public Optional<Instant> downSince(String name) {
        return ready.stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .flatMap(HealthCheck::downSince);
    }

    @Override
    public List<Check> started() {
        if (hasStarted) {
            return List.of();
        }
        List<Check> results = run(start);
        hasStarted = results.stream().allMatch(Check::isUp);
        return results;
    }

    private List<Check> run(List<HealthCheck> checks) {
        checks.forEach(HealthCheck::begin);
        return checks.stream().map(check -> check.result(patience)).toList();
    }
}
