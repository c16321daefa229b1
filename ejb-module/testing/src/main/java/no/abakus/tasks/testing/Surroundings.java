package no.abakus.tasks.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import no.abakus.logging.Redaction;
import no.abakus.tasks.TaskHook;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.Sources;
import no.abakus.tasks.crash.LeftTask;
import no.abakus.tasks.crash.Trace;
import no.abakus.tasks.deployment.ConnectionFailures;
import no.abakus.tasks.engine.Engine;
import no.abakus.tasks.engine.Platform;
import no.abakus.tasks.engine.SendingPlatform;
import no.abakus.tasks.port.ListenerSwitch;
import no.abakus.tasks.port.MonitoringEvent;
import no.abakus.tasks.publish.SendLimit;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.TaskTracer;
import no.abakus.tasks.tracing.Tracing;
import no.abakus.tasks.worker.Alarms;
import no.abakus.tasks.worker.BodyThreads;
import no.abakus.tasks.worker.EarlySlots;

/**
 * The things that a server provides to the engine of one node: threads, stores, channels and observers. Not
 * thread-safe.
 */
final class Surroundings {

    /** No test has more early tasks than this at the same time. */
    private static final int EARLY_SLOTS = 10_000;

    private static final ScheduledExecutorService TIMER =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "workbench-timer"));

    private final String node;
    private final SharedMemory memory;
    private final List<EventListener> listeners = new ArrayList<>();
    private final HookCalls hooks = new HookCalls();
    private final List<MonitoringEvent> watched = new ArrayList<>();
    private boolean isStopped;
    private Alarms alarms = Alarms.NEVER;
    private BodyThreads bodyThreads = BodyThreads.NONE;
    private double chance;
    private Tracing tracing = Tracing.OFF;
    private List<LeftTask> left = List.of();
    private int runs = 1;

    Surroundings(String node, SharedMemory memory, EventListener... listeners) {
        this.node = node;
        this.memory = memory;
        this.listeners.addAll(List.of(listeners));
    }

    void add(EventListener listener) {
        listeners.add(listener);
    }

    <H extends TaskHook> void observe(Class<H> type, Consumer<? super H> observer) {
        hooks.add(type, observer);
    }

    void chance(double next) {
        chance = next;
    }

    void trace(TaskTracer tracer) {
        tracing = Tracing.with(tracer);
    }

    void keepTimeLimits() {
        alarms = (after, ring) -> {
            Future<?> alarm = TIMER.schedule(ring, after.toNanos(), TimeUnit.NANOSECONDS);
            return () -> alarm.cancel(false);
        };
        bodyThreads = (name, body) -> daemon(body, name).start();
    }

    /** Lets the next run of the node find these tasks, as if the previous run had left them. */
    void restartAfter(List<LeftTask> tasks) {
        left = tasks;
        runs++;
    }

    List<MonitoringEvent> watched() {
        return List.copyOf(watched);
    }

    boolean isStopped() {
        return isStopped;
    }

    /** Returns the platform of an engine that is still being created. */
    Platform platform(Supplier<Engine> engine) {
        return new Platform(
                new SendingPlatform(
                        new NodeIdentity(node, run(runs), memory.clock().now()),
                        new Sources(memory.clock(), new CountingIds(), memory.tokens(), () -> chance),
                        Redaction.standard(),
                        memory.transactions(),
                        memory.transport(),
                        SendLimit.NONE,
                        memory.results(),
                        memory.orders(),
                        Surroundings::lookNow,
                        tracing),
                new Platform.Threads(
                        this::runLater, alarms, bodyThreads, bodyThreads, new EarlySlots(EARLY_SLOTS, Runnable::run)),
                new Platform.Stores(
                        memory.claims(),
                        memory.suspicions(),
                        trace(),
                        new InMemoryPace(),
                        memory.history().stores()),
                new Platform.Messaging(
                        memory.topic(),
                        news -> engine.get().news().heard(news),
                        watched::addAll,
                        memory.broker(),
                        ListenerSwitch.NONE),
                new Platform.Observers(
                        Stream.concat(Stream.of(memory.failures()), listeners.stream())
                                .toList(),
                        hooks,
                        List.of()),
                ConnectionFailures.known().asSeenByWorker(),
                () -> isStopped = true);
    }

    /**
     * Runs the work only if it has no delay. The caller's own thread runs the tasks, so a check during the caller's
     * wait would find nothing new.
     */
    private static void lookNow(Duration delay, Runnable look) {
        if (delay.isZero()) {
            look.run();
        }
    }

    private void runLater(Duration delay, Runnable work) {
        memory.clock().advance(delay);
        work.run();
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private String run(int count) {
        return node + "-run-" + count;
    }

    private Trace trace() {
        Optional<String> formerRun = runs == 1 ? Optional.empty() : Optional.of(run(runs - 1));
        return new LeftTrace(left, formerRun);
    }

    /** The tasks that the former run left. */
    private record LeftTrace(List<LeftTask> left, Optional<String> formerRun) implements Trace {
        @Override
        public int enter(String id, String task, int retries, boolean isSuspect, Instant begun) {
            return NO_PLACE;
        }

        @Override
        public void leave(int place) {}
    }
}
