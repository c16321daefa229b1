package no.abakus.tasks.deployment;

import java.time.Duration;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.HealthProbe;

/**
 * Reports web modules with tasks that have not started in time. A module that is still missing then has probably failed
 * to deploy.
 */
final class LateModules implements HealthProbe {

    private final HealthProbe modules;
    private final Duration patience;
    private final TaskClock clock;
    private final long begun;

    /** Creates a probe that succeeds until this time has passed, and from then on gives the result of another probe. */
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
