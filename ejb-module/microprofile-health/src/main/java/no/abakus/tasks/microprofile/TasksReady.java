package no.abakus.tasks.microprofile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.abakus.tasks.operate.TaskHealth;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Whether this node can send and run tasks. If this check is down, a load balancer should use other nodes, but nobody
 * should restart this node.
 */
@Readiness
@ApplicationScoped
public class TasksReady implements HealthCheck {

    @Inject
    TaskHealth health;

    @Override
    public HealthCheckResponse call() {
        return Responses.of("abakus-ready", health.ready());
    }
}
