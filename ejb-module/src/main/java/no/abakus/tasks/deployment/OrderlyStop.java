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
 * Notices that the node stops: at the signal to the process, which is before the server has begun to take its applications
 * apart, and where the application alone is stopped, when that is.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class OrderlyStop {

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
            // The process ends, and the hook is at work already; the next line waits for it.
        }
        stop.stop();
    }
}
