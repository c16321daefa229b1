package no.abakus.tasks.console.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The stream of events to one client. The stream never waits. It keeps events that the client has not taken, up to a
 * limit, and drops a client that is too slow. Events come from one thread, but any thread may continue or close the
 * stream.
 */
final class LiveStream {

    private static final int MOST_PENDING = 1_000_000;
    private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RETRY = "retry: 3000\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Set<Topic> topics;
    private final BooleanSupplier mayGoOn;
    private final Instant until;
    private final Out out;
    private final Queue<byte[]> pending = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pendingBytes = new AtomicInteger();

    /**
     * The number of requests to write that were not yet served. The first thread that asks also writes for the others,
     * so no lock is held while the container writes.
     */
    private final AtomicInteger asked = new AtomicInteger();

    private final Map<Topic, Long> sent = new EnumMap<>(Topic.class);
    private Instant lastSent;
    private boolean needsFlush;
    private boolean isClosed;
    private volatile boolean isOver;

    /**
     * Creates a stream of these topics.
     *
     * @param mayGoOn whether the stream's user is still logged in
     * @param until when the stream ends in any case; the client then opens a new stream
     */
    LiveStream(Set<Topic> topics, BooleanSupplier mayGoOn, Instant now, Instant until, Out out) {
        this.topics = Set.copyOf(topics);
        this.mayGoOn = mayGoOn;
        this.lastSent = now;
        this.until = until;
        this.out = out;
    }

    boolean isAbout(Topic topic) {
        return topics.contains(topic);
    }

    boolean isOver() {
        return isOver;
    }

    /** Tells the client how long to wait before it reconnects after the stream has ended. */
    void begin() {
        write(RETRY);
    }

    /** Sends an event, unless the client already has it. */
    void send(Topic topic, long id, String name, String data, Instant now) {
        Long before = sent.put(topic, id);
        if (before == null || before != id) {
            lastSent = now;
            write(("id: " + id + "\nevent: " + name + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Ends the stream if its time is over or its user is no longer logged in; otherwise keeps the connection alive. */
    void look(Instant now, Duration betweenHeartbeats) {
        if (now.isAfter(until) || !mayGoOn.getAsBoolean()) {
            close();
        } else if (!now.isBefore(lastSent.plus(betweenHeartbeats))) {
            lastSent = now;
            write(HEARTBEAT);
        }
    }

    private void write(byte[] piece) {
        pending.add(piece);
        if (pendingBytes.addAndGet(piece.length) > MOST_PENDING) {
            close();
        } else {
            goOn();
        }
    }

    /** Writes as much of the pending events as the connection accepts now. */
    void goOn() {
        if (asked.getAndIncrement() > 0) {
            return;
        }
        int before = 1;
        while (before != 0) {
            drain();
            before = asked.addAndGet(-before);
        }
    }

    private void drain() {
        try {
            while (!isOver && out.isReady()) {
                byte[] next = pending.poll();
                if (next != null) {
                    pendingBytes.addAndGet(-next.length);
                    needsFlush = true;
                    out.write(next);
                } else if (needsFlush) {
                    needsFlush = false;
                    out.flush();
                } else {
                    break;
                }
            }
        } catch (IOException | RuntimeException gone) {
            // Containers also throw other exceptions for a request that is over. Such an exception must not stop the
            // streams that come after this one.
            isOver = true;
        }
        if (isOver && !isClosed) {
            isClosed = true;
            pending.clear();
            out.close();
        }
    }

    void close() {
        isOver = true;
        goOn();
    }
}
