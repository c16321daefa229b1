package no.abakus.tasks.deployment;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.HealthProbe;

/**
 * Gives the result of another probe while other nodes are alive, and otherwise succeeds. For a defect with which a node
 * should leave its tasks to other nodes, but should run them if nobody else does.
 */
final class UnlessAlone implements HealthProbe {

    private final HealthProbe probe;
    private final BooleanSupplier hearsOthers;
    private final Duration patience;
    private final TaskClock clock;
    private final long begun;

    /**
     * Creates a probe for a node that has just started.
     *
     * @param patience how long it may take until this node hears the others; until then, they are assumed to be alive
     */
    UnlessAlone(HealthProbe probe, BooleanSupplier hearsOthers, Duration patience, TaskClock clock) {
        this.probe = probe;
        this.hearsOthers = hearsOthers;
        this.patience = patience;
        this.clock = clock;
        this.begun = clock.nanos();
    }

    @Override
    public String name() {
        return probe.name();
    }

    @Override
    public void check() throws Exception {
        if (hearsOthers.getAsBoolean() || clock.since(begun).compareTo(patience) < 0) {
            probe.check();
        }
    }
}
