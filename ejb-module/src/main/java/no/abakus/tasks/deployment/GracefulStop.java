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
 * Notices that the node stops. If the process receives a signal, it notices this before the server starts to stop its
 * applications. If only the application stops, it notices that.
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
            // The process is ending and the hook is already running; the next line waits for it.
        }
        stop.stop();
    }
}
