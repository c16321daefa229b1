package no.abakus.tasks.deployment;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import no.abakus.tasks.worker.NodeStop;

/**
 * Begins the graceful stop of the node. If the process receives a signal, a shutdown hook does this before the server
 * stops its applications. If only the application is stopped, {@link #end} does this.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class GracefulStop {

    @Inject
    private NodeStop stop;

    private Thread hook;

    @PostConstruct
    void listen() {
        hook = new Thread(stop::stop, "abakus-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @PreDestroy
    void end() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook is already running. The next line waits for the hook.
        }
        stop.stop();
    }
}
