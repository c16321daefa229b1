package no.abakus.tasks.microprofile;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Reports up as long as the process responds. Unreachable systems do not matter here, because a restart of this node
 * would not bring them back.
 */
@Liveness
@ApplicationScoped
public class TasksLive implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.up("abakus-live");
    }
}
