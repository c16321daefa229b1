package no.abakus.tasks.console.security;

import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import no.abakus.logging.LogContext;
import no.abakus.tasks.operate.OperatorAction;

/**
 * The user who made the request that this thread serves.
 *
 * @param user the name of the user
 * @param requestId the id of the request, if it has one
 */
public record Caller(String user, Optional<String> requestId) {

    /** Returns the caller of a request that needs a login. */
    public static Caller of(SecurityContext security) {
        return new Caller(
                security.getUserPrincipal().getName(),
                Optional.ofNullable(LogContext.current().get("request_id")).map(Object::toString));
    }

    /** Returns the record of what the caller did. */
    public OperatorAction did(String action, Optional<String> target, Optional<String> reason, String outcome) {
        return new OperatorAction(user, requestId, action, target, reason, outcome);
    }
}
