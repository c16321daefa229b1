package no.abakus.tasks.console.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import no.abakus.logging.LogContext;
import no.abakus.tasks.operate.OperatorAction;
import no.abakus.tasks.operate.TaskHistory;

/** Records each change that a user makes, with its outcome. Calls of tasks are not changes: the history has them. */
@ApplicationScoped
public class RecordedChanges implements ContainerResponseFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int FIRST_ERROR = 400;

    @Inject
    TaskHistory history;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Principal user = request.getSecurityContext().getUserPrincipal();
        if (READING.contains(request.getMethod()) || user == null) {
            return;
        }
        ChangedThing.of(request.getMethod(), request.getUriInfo().getPath()).ifPresent(thing -> {
            String outcome = response.getStatus() < FIRST_ERROR ? "done" : "refused: " + response.getStatus();
            Object requestId = LogContext.current().get("request_id");
            history.record(new OperatorAction(
                    user.getName(),
                    Optional.ofNullable(requestId).map(Object::toString),
                    thing.action(),
                    thing.target(),
                    Optional.empty(),
                    outcome));
        });
    }
}
