package no.abakus.tasks.deployment;

import java.time.Duration;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.HealthProbe;

/**
 * Checks that the web modules of all tasks start in time. A module that is still missing after that time has probably
 * failed to deploy.
 */
final class LateModules implements HealthProbe {

    private final HealthProbe modules;
    private final Duration patience;
    private final TaskClock clock;
    private final long begun;

    /** Creates a probe that reports the result of another probe, but only after this time has passed. */
    LateModules(HealthProbe modules, Duration patience, TaskClock clock) {
        this.modules = modules;
        this.patience = patience;
        this.clock = clock;
        this.begun = clock.nanos();
    }

    @Override
    public String name() {
        return modules.name();
    }

    @Override
    public void check() throws Exception {
        if (clock.since(begun).compareTo(patience) >= 0) {
            modules.check();
        }
    }
}
