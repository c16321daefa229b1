package no.abakus.tasks.console.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import no.abakus.tasks.spi.HealthProbe;

/** Runs all probes at the same time and waits for them, but not for ever. Thread-safe. */
final class HealthChecks {

    private final List<HealthCheck> checks;
    private final Duration patience;

    /**
     * Checks of these probes.
     *
     * @param executor runs the probes; bounded or not, there is one run of a probe at a time
     * @param patience how long an answer may take before the probe counts as down
     */
    HealthChecks(List<HealthProbe> probes, Executor executor, Duration patience) {
        this.checks =
                probes.stream().map(probe -> new HealthCheck(probe, executor)).toList();
        this.patience = patience;
    }

    /** What they find now, in the order of the probes. */
    List<CheckResult> run() {
        checks.forEach(HealthCheck::begin);
        List<CheckResult> results = new ArrayList<>();
        for (HealthCheck check : checks) {
            results.add(check.result(patience));
        }
        return results;
    }
}
