package no.abakus.tasks.console.health;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import no.abakus.tasks.spi.HealthProbe;

/** The health of this server. */
@ApplicationScoped
public class ServerHealth {

    /** The probe that waits for the web modules of all tasks. */
    private static final String START = "modules";

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Inject
    List<HealthProbe> probes;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    private HealthChecks checks;
    private HealthChecks startChecks;
    private volatile boolean hasStarted;

    @PostConstruct
    void assemble() {
        checks = new HealthChecks(probes, executor, PATIENCE);
        startChecks = new HealthChecks(
                probes.stream().filter(probe -> probe.name().equals(START)).toList(), executor, PATIENCE);
    }

    /** Returns the results of the startup checks. After they have all been up once, they are not run again. */
    public List<CheckResult> checkStart() {
        if (hasStarted) {
            return List.of();
        }
        List<CheckResult> results = startChecks.run();
        hasStarted = results.stream().allMatch(CheckResult::isUp);
        return results;
    }

    /** Returns the current results of the checks. */
    public List<CheckResult> check() {
        return checks.run();
    }
}
