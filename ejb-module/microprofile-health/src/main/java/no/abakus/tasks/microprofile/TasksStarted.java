package no.abakus.tasks.microprofile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.abakus.tasks.operate.TaskHealth;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Whether all modules with tasks have started. Once up, this check stays up. */
@Startup
@ApplicationScoped
public class TasksStarted implements HealthCheck {

    @Inject
    TaskHealth health;

    @Override
    public HealthCheckResponse call() {
        return Responses.of("abakus-started", health.started());
    }
}
