package no.abakus.tasks.microprofile;

import java.util.List;
import no.abakus.tasks.operate.TaskHealth.Check;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Combines several checks into one, because a server lists the checks of all its applications together. */
final class Responses {

    private Responses() {}

    static HealthCheckResponse of(String name, List<Check> checks) {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named(name).status(checks.stream().allMatch(Check::isUp));
        checks.forEach(check -> response.withData(check.name(), check.isUp() ? "UP" : "DOWN"));
        return response.build();
    }
}
