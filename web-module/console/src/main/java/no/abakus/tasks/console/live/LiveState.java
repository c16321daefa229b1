package no.abakus.tasks.console.live;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.console.bulk.BulkView;
import no.abakus.tasks.console.control.QueuesResource;
import no.abakus.tasks.console.control.WorkersResource;
import no.abakus.tasks.console.overview.OverviewResource;
import no.abakus.tasks.console.time.ConsoleClock;
import no.abakus.tasks.operate.BulkOperations;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;
import no.abakus.web.json.JsonBodies;
import no.abakus.web.problem.ProblemException;

/** Runs this node's sampler while clients listen. Thread-safe. */
@ApplicationScoped
public class LiveState {

    private static final Log log = Log.get();
    private static final int MOST_STREAMS = 50;

    @Inject
    TaskHistory history;

    @Inject
    TaskControl control;

    @Inject
    BulkOperations bulks;

    @Inject
    ConsoleClock clock;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    private final Sampler sampler = new Sampler(this::json, () -> clock.now(), MOST_STREAMS);
    private ScheduledFuture<?> work;

    public boolean hasRoom() {
        return sampler.hasRoom();
    }

    public synchronized void open(LiveStream stream) {
        sampler.add(stream);
        if (work == null) {
            work = executor.scheduleWithFixedDelay(this::tick, 0, 1, TimeUnit.SECONDS);
        }
    }

    public void close(LiveStream stream) {
        sampler.remove(stream);
    }

    private void tick() {
        try {
            sampler.tick();
        } catch (RuntimeException e) {
            log.error("live_sample_failed", e);
        }
        synchronized (this) {
            if (sampler.isIdle() && work != null) {
                work.cancel(false);
                work = null;
            }
        }
    }

    private Optional<String> json(Topic topic) {
        try {
            return Optional.of(JsonBodies.text(
                    switch (topic) {
                        case OVERVIEW -> OverviewResource.overview(history, control, clock.now());
                        case QUEUES -> QueuesResource.queues(control);
                        case WORKERS -> WorkersResource.workers(control);
                        case BULK ->
                            Map.of(
                                    "items",
                                    bulks.running().stream().map(BulkView::of).toList());
                    }));
        } catch (OperationalException | ProblemException e) {
            log.debug("live_topic_unavailable", e, "topic", topic.word());
            return Optional.empty();
        }
    }

    @PreDestroy
    public synchronized void end() {
        if (work != null) {
            work.cancel(false);
        }
        sampler.end();
    }
}
