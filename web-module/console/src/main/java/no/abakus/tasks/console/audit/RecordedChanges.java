package no.abakus.tasks.console.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.console.order.OrderTarget;
import no.abakus.tasks.console.security.Caller;
import no.abakus.tasks.operate.TaskHistory;

/**
 * Records each change that a user makes, with its outcome. Calls of tasks are not recorded as changes, because the
 * history has them.
 */
@ApplicationScoped
public class RecordedChanges implements ContainerResponseFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int FIRST_ERROR = 400;

    @Inject
    TaskHistory history;

    @Inject
    OrderTarget order;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        SecurityContext security = request.getSecurityContext();
        if (READING.contains(request.getMethod()) || security.getUserPrincipal() == null) {
            return;
        }
        ChangedThing.of(request.getMethod(), request.getUriInfo().getPath()).ifPresent(thing -> {
            String outcome = response.getStatus() < FIRST_ERROR ? "done" : "refused: " + response.getStatus();
            history.record(
                    Caller.of(security).did(thing.action(), thing.target().or(order::get), Optional.empty(), outcome));
        });
    }
}
