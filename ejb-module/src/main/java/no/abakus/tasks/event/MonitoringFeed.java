package no.abakus.tasks.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import no.abakus.logging.Log;
import no.abakus.logging.Redaction;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.MonitoringChannel;
import no.abakus.tasks.port.MonitoringEvent;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.NodeListener;
import no.abakus.tasks.spi.TaskEvent;

/**
 * Publishes the monitoring events of this node. It does not delay tasks: a task's thread only adds events to a list,
 * and another thread publishes them. If the list is full or the broker is unreachable, events are dropped and counted.
 * Events are numbered, so receivers recognize dropped events by gaps in the numbers. Thread-safe.
 */
public final class MonitoringFeed implements EventListener, NodeListener, EventSwitch {

    private static final Log log = Log.get(MonitoringFeed.class);

    private static final int ROOM = 10_000;
    private static final int BATCH = 500;

    private final BlockingQueue<MonitoringEvent> waiting = new LinkedBlockingQueue<>(ROOM);
    private final AtomicLong number = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final TaskMonitoring tasks;
    private final MonitoringChannel channel;
    private final TaskClock clock;
    private final String node;
    private volatile boolean isOn;

    /** Creates a feed of this node, initially on or off. */
    public MonitoringFeed(MonitoringChannel channel, Redaction redaction, TaskClock clock, String node, boolean isOn) {
        this.tasks = new TaskMonitoring(redaction);
        this.channel = channel;
        this.clock = clock;
        this.node = node;
        this.isOn = isOn;
    }

    @Override
    public boolean isListening() {
        return isOn;
    }

    @Override
    public boolean isOn() {
        return isOn;
    }

    @Override
    public void turn(boolean on) {
        isOn = on;
    }

    @Override
    public long dropped() {
        return dropped.get();
    }

    @Override
    public void onEvent(TaskEvent event) {
        tasks.of(event).ifPresent(told -> add(told.type(), told.fields()));
    }

    @Override
    public void online(String self) {
        worker("worker-online", self);
    }

    @Override
    public void heartbeat(String self) {
        worker("worker-heartbeat", self);
    }

    @Override
    public void offline(String self) {
        worker("worker-offline", self);
        flush();
    }

    @Override
    public void lost(String other) {
        if (isOn) {
            add("worker-offline", Map.of("hostname", other, "lost", true));
        }
    }

    private void worker(String type, String self) {
        if (isOn) {
            add(type, Map.of("hostname", self, "dropped", dropped.get()));
        }
    }

    private void add(String type, Map<String, Object> said) {
        Map<String, Object> fields = new LinkedHashMap<>(said);
        fields.putIfAbsent("hostname", node);
        fields.put("pid", ProcessHandle.current().pid());
        fields.put("clock", number.incrementAndGet());
        if (!waiting.offer(new MonitoringEvent(type, node, clock.now(), fields))) {
            dropped.incrementAndGet();
        }
    }

    /** Publishes the events since the last call. Call this regularly, from one thread at a time. */
    public void flush() {
        List<MonitoringEvent> batch = new ArrayList<>();
        while (waiting.drainTo(batch, BATCH) > 0) {
            try {
                channel.tell(batch);
            } catch (OperationalException e) {
                dropped.addAndGet(batch.size());
                log.debug("events_dropped", e, "events", batch.size());
            }
            batch.clear();
        }
    }
}
