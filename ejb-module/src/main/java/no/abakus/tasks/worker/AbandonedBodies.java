package no.abakus.tasks.worker;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.abakus.logging.Log;
import no.abakus.tasks.config.WorkerConfig;
import no.abakus.tasks.spi.HealthProbe;

/**
 * Task methods that exceeded their time limit and are still running, because Java cannot kill a thread. When there are
 * too many of them, the node reports itself unhealthy and accepts no tasks until some have ended. Thread-safe.
 */
public final class AbandonedBodies implements HealthProbe {

    private static final Log log = Log.get("no.abakus.tasks");

    /** The maximum number of tasks that the health report names, so that the report stays short. */
    private static final int MOST_NAMED = 5;

    private final int most;
    private final DeliveryGate deliveryGate;
    private final Runnable startingListeners;
    private final Set<RunningTask> bodies = ConcurrentHashMap.newKeySet();

    /**
     * Creates a set that closes the delivery gate while more abandoned task methods are running than configured.
     *
     * @param startingListeners is run when the gate is open again, because in the meantime something else may have
     *     stopped the listeners of the closed gate
     */
    public AbandonedBodies(WorkerConfig config, DeliveryGate deliveryGate, Runnable startingListeners) {
        this.most = config.maxAbandonedThreads();
        this.deliveryGate = deliveryGate;
        this.startingListeners = startingListeners;
    }

    /** The abandoned task methods that are still running, the longest running first. */
    public List<RunningTask> all() {
        return bodies.stream().sorted(Comparator.comparing(RunningTask::since)).toList();
    }

    int count() {
        return bodies.size();
    }

    /**
     * Abandons a running task method.
     *
     * @return false if the method has already ended; then nothing happens
     */
    boolean giveUp(RunningTask body, Interruption why) {
        synchronized (bodies) {
            if (!body.abandon(why)) {
                return false;
            }
            bodies.add(body);
            if (bodies.size() > most && deliveryGate.hold(DeliveryGate.Reason.ABANDONED_THREADS)) {
                log.error(
                        "node_takes_no_work",
                        "reason",
                        "abandoned_threads",
                        "abandoned",
                        bodies.size(),
                        "most",
                        most,
                        "next",
                        "the node accepts tasks again when at most " + most + " abandoned task methods are running;"
                                + " see the threads named abakus-abandoned");
            }
            return true;
        }
    }

    void ended(RunningTask body) {
        synchronized (bodies) {
            if (bodies.remove(body)) {
                log.info("task_abandoned_thread_ended", "abandoned", bodies.size());
            }
            if (bodies.size() > most || !deliveryGate.release(DeliveryGate.Reason.ABANDONED_THREADS)) {
                return;
            }
            log.info("node_takes_work_again", "reason", "abandoned_threads", "abandoned", bodies.size());
        }
        startingListeners.run();
    }

    @Override
    public String name() {
        return "abandoned_threads";
    }

    @Override
    public void check() {
        if (bodies.size() > most) {
            throw new IllegalStateException(
                    bodies.size() + " task methods are running beyond their time limit. At most " + most
                            + " are allowed (abakus.tasks.worker.max-abandoned-threads), so the node accepts no tasks"
                            + " until some end. Running longest: " + longest());
        }
    }

    private String longest() {
        return all().stream()
                .limit(MOST_NAMED)
                .map(body -> body.task() + "[" + body.id() + "] since " + body.since())
                .collect(Collectors.joining(", "));
    }
}
