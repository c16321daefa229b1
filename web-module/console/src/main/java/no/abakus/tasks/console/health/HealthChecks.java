package no.abakus.tasks.console.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import no.abakus.tasks.spi.HealthProbe;

/** Runs all probes concurrently, and waits a limited time for them. Thread-safe. */
final class HealthChecks {

    private final List<HealthCheck> checks;
    private final Duration patience;

    /**
     * Creates checks for these probes.
     *
     * @param executor runs the probes; bounded or not, each probe has at most one run at a time
     * @param patience how long a probe may take before it counts as down
     */
    HealthChecks(List<HealthProbe> probes, Executor executor, Duration patience) {
        this.checks =
                probes.stream().map(probe -> new HealthCheck(probe, executor)).toList();
        this.patience = patience;
    }

    /** Returns the current results, in the order of the probes. */
    List<CheckResult> run() {
        checks.forEach(HealthCheck::begin);
        List<CheckResult> results = new ArrayList<>();
        for (HealthCheck check : checks) {
            results.add(check.result(patience));
        }
        return results;
    }
}
