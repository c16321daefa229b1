package no.abakus.tasks.deployment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Gives work on a separate thread a request scope, as a message-driven bean's thread has. */
@ApplicationScoped
class RequestScopes {

    @ActivateRequestContext
    public void within(Runnable work) {
        work.run();
    }
}
