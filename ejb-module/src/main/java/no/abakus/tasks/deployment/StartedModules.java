package no.abakus.tasks.deployment;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.concurrent.Executor;
import no.abakus.tasks.module.TaskModules;

/**
 * Notices, on a thread of a web module, that the module has started. Keeps that thread's context for the module's
 * tasks.
 */
@ApplicationScoped
class StartedModules {

    /** A task method joins its worker's transaction, if there is one. */
    private static final Map<String, String> SAME_TRANSACTION =
            Map.of(ManagedTask.TRANSACTION, ManagedTask.USE_TRANSACTION_OF_EXECUTION_THREAD);

    @Inject
    private TaskDiscovery discovery;

    @Resource(lookup = "java:comp/DefaultContextService")
    private ContextService contexts;

    void started(@Observes @Named(TaskModules.STARTED) ClassLoader module) {
        discovery.modules().started(module, this::capture);
    }

    private Executor capture() {
        return contexts.createContextualProxy(Runnable::run, SAME_TRANSACTION, Executor.class);
    }
}
