package no.abakus.tasks.deployment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/**
 * Activates a request scope for work on a separate thread, like the request scope of a message-driven bean's thread.
 */
@ApplicationScoped
class RequestScopes {

    @ActivateRequestContext
    public void within(Runnable work) {
        work.run();
    }
}
