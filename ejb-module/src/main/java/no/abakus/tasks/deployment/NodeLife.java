package no.abakus.tasks.deployment;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import no.abakus.logging.Log;
import no.abakus.tasks.config.ControlConfig;
import no.abakus.tasks.control.ControlCenter;
import no.abakus.tasks.event.MonitoringFeed;
import no.abakus.tasks.order.StandingOrders;

/** Has the other nodes know that this one lives, and reads the orders of operators anew now and then, until it ends. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class NodeLife {

    private static final Log log = Log.get();

    /** Watchers see what happens this much later at most. */
    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(250);

    @Inject
    private ControlCenter control;

    @Inject
    private StandingOrders orders;

    @Inject
    private MonitoringFeed feed;

    @Inject
    private TaskDiscovery discovery;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    private final List<ScheduledFuture<?>> repeated = new ArrayList<>();

    @PostConstruct
    void begin() {
        ControlConfig config = discovery.plan().config().control();
        control.begin();
        repeat(config.heartbeat(), control::beat);
        repeat(config.refresh(), orders::refresh);
        repeat(BETWEEN_EVENTS, feed::flush);
    }

    private void repeat(Duration interval, Runnable work) {
        repeated.add(executor.scheduleWithFixedDelay(
                () -> quietly(work), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** An executor drops work for good that throws once. */
    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("node_life_failed", e, "next", "tried again in a moment");
        }
    }

    @PreDestroy
    void end() {
        repeated.forEach(work -> work.cancel(false));
        control.end();
    }
}
