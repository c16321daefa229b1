package no.abakus.tasks.console.health;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.abakus.tasks.spi.HealthProbe;

/** The health of this server. */
@ApplicationScoped
public class ServerHealth {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Inject
    List<HealthProbe> probes;

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    ManagedExecutorService executor;

    private HealthChecks checks;

    @PostConstruct
    void assemble() {
        checks = new HealthChecks(
                Stream.concat(probes.stream(), Stream.of(new DatabaseProbe(database)))
                        .toList(),
                executor,
                PATIENCE);
    }

    /** What the checks find now. */
    public List<CheckResult> check() {
        return checks.run();
    }
}
