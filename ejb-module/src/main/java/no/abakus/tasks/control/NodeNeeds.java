package no.abakus.tasks.control;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import no.abakus.logging.Log;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.HealthProbe;
import no.abakus.tasks.worker.DeliveryGate;

/**
 * Keeps this node from accepting tasks while it lacks something that any task may need, such as the database or a
 * resource that the application declares. Other nodes run the tasks instead. Thread-safe.
 */
public final class NodeNeeds {

    private static final Log log = Log.get("no.abakus.tasks");

    private final List<Watched> watched;
    private final DeliveryGate deliveryGate;
    private final Listening listening;
    private Set<String> down = Set.of();

    /**
     * Creates a monitor of the resources of these probes.
     *
     * @param executor runs the probes; a probe is not run again before its last run has ended
     */
    public NodeNeeds(
            List<HealthProbe> probes,
            Executor executor,
            TaskClock clock,
            DeliveryGate deliveryGate,
            Listening listening) {
        this.watched = probes.stream()
                .map(probe -> new Watched(probe, executor, clock))
                .toList();
        this.deliveryGate = deliveryGate;
        this.listening = listening;
    }

    /**
     * Acts on the results that the probes have returned so far, and runs the probes again. Call this about twice a
     * second.
     */
    public synchronized void look() {
        Set<String> now = new TreeSet<>();
        for (Watched one : watched) {
            if (one.isDown()) {
                now.add(one.name());
            }
            one.begin();
        }
        if (now.equals(down)) {
            return;
        }
        down = now;
        if (now.isEmpty()) {
            deliveryGate.release(DeliveryGate.Reason.UNABLE);
            log.info("node_takes_work_again", "reason", "unable");
        } else {
            deliveryGate.hold(DeliveryGate.Reason.UNABLE);
            log.error(
                    "node_takes_no_work",
                    "reason",
                    "unable",
                    "down",
                    List.copyOf(now),
                    "next",
                    "the node's listeners stop, and start again when these resources are back");
        }
        listening.adjustSoon();
    }

    /**
     * One probe and its state. The probe's resource counts as down after the probe has failed for one second or has not
     * returned for ten seconds.
     */
    private static final class Watched {

        private static final Duration GRACE = Duration.ofSeconds(1);
        private static final Duration PATIENCE = Duration.ofSeconds(10);

        private final HealthProbe probe;
        private final Executor executor;
        private final TaskClock clock;
        private boolean isUnderWay;
        private long begun;
        private boolean isFailing;
        private long failingSince;

        Watched(HealthProbe probe, Executor executor, TaskClock clock) {
            this.probe = probe;
            this.executor = executor;
            this.clock = clock;
        }

        String name() {
            return probe.name();
        }

        synchronized boolean isDown() {
            return (isFailing && clock.since(failingSince).compareTo(GRACE) >= 0)
                    || (isUnderWay && clock.since(begun).compareTo(PATIENCE) >= 0);
        }

        void begin() {
            synchronized (this) {
                if (isUnderWay) {
                    return;
                }
                isUnderWay = true;
                begun = clock.nanos();
            }
            try {
                executor.execute(this::run);
            } catch (RuntimeException | Error e) {
                ended(true);
            }
        }

        private void run() {
            boolean failed = true;
            try {
                probe.check();
                failed = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                log.debug("node_need_is_down", e, "need", probe.name());
            } finally {
                ended(failed);
            }
        }

        private synchronized void ended(boolean failed) {
            if (failed && !isFailing) {
                failingSince = clock.nanos();
            }
            isFailing = failed;
            isUnderWay = false;
        }
    }
}
