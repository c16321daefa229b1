package no.abakus.tasks.deployment;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.control.Ability;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.worker.Worker;

/**
 * Says every few seconds that this node is alive, keeps what became of tasks whose node is not, and lets running tasks end
 * when the application stops. The database is touched only where there is a task that is never to run twice.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class NodeWatch {

    private static final Log log = Log.get();
    private static final int SECONDS_BETWEEN = 2;
    private static final int MILLIS_BETWEEN_LOOKS = 500;

    @Inject
    private TaskRegistry registry;

    @Inject
    private Worker worker;

    @Inject
    private Survival survival;

    @Inject
    private Ability ability;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService executor;

    private final List<Future<?>> watches = new ArrayList<>();
    private boolean isReachable = true;

    @PostConstruct
    void begin() {
        watch(survival::look);
        watches.add(
                executor.scheduleWithFixedDelay(this::lookAtAbility, 0, MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS));
        if (registry.all().stream().anyMatch(task -> task.attributes().acks().beginsOnce())) {
            watch(this::lookAfterClaims);
        }
    }

    /** By an executor: a timer of the container's complains when a database that is away makes it late. */
    private void watch(Runnable look) {
        watches.add(executor.scheduleWithFixedDelay(look, 0, SECONDS_BETWEEN, TimeUnit.SECONDS));
    }

    /** An executor drops work for good that throws once. */
    private void lookAtAbility() {
        try {
            ability.look();
        } catch (RuntimeException | Error e) {
            log.error("node_needs_not_looked_at", e, "next", "tried again in a moment");
        }
    }

    private void lookAfterClaims() {
        try {
            worker.lookAfterClaims();
            isReachable = true;
        } catch (RuntimeException | Error e) {
            if (isReachable) {
                log.error("claims_not_looked_after", e, "next", "tried again every two seconds");
            }
            isReachable = false;
        }
    }

    @Schedule(hour = "*", minute = "*/5", second = "30", persistent = false, info = "abakus: delete expired claims")
    void cleanUp() {
        if (!survival.hasTables()) {
            return;
        }
        try {
            survival.removeExpired();
        } catch (OperationalException e) {
            log.error("claims_not_cleaned_up", e, "next", "tried again in five minutes");
        }
    }

    @PreDestroy
    void end() {
        watches.forEach(watch -> watch.cancel(false));
        try {
            survival.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
