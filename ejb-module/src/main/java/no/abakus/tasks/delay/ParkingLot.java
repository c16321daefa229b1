package no.abakus.tasks.delay;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import no.abakus.tasks.config.DelayConfig;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.DelayedMessages;
import no.abakus.tasks.port.ParkedStore;
import no.abakus.tasks.port.Transactions;

/**
 * Moves delayed messages from the broker to the database ("parks" them) and back, from the start of a node until it
 * stops. Thread-safe.
 */
public final class ParkingLot {

    /** How often to check for messages that other nodes have sent. This node's own messages are parked sooner. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    /**
     * The delay after a send. It gives the sender's transaction time to commit, and lets several messages be parked
     * together.
     */
    private static final Duration AFTER_SEND = Duration.ofMillis(100);

    private final ParkedStore store;
    private final Transactions transactions;
    private final TaskClock clock;
    private final Arrivals arrivals;
    private final Departures departures;
    private final BiConsumer<Duration, Runnable> later;
    private final AtomicBoolean awake = new AtomicBoolean();
    private volatile boolean ended;

    /**
     * Creates a parking lot that moves messages between the broker and this store.
     *
     * @param later runs an action after a delay, on a thread of the server
     */
    public ParkingLot(
            DelayedMessages messages,
            ParkedStore store,
            Transactions transactions,
            TaskClock clock,
            DelayConfig config,
            BiConsumer<Duration, Runnable> later) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
        this.arrivals = new Arrivals(messages, store, transactions);
        this.departures = new Departures(store, messages, transactions, clock, config);
        this.later = later;
    }

    /** Returns tools that show this broker's queues as if the queues still contained their parked messages. */
    public BrokerAdmin including(BrokerAdmin broker) {
        return new WithParked(broker, store, arrivals, transactions, clock);
    }

    /** Starts parking and moving messages. */
    public void begin() {
        after(Duration.ZERO, this::park);
        after(Duration.ZERO, this::move);
    }

    /** Reports that this node has sent a task to be parked. */
    public void sent() {
        if (awake.compareAndSet(false, true)) {
            after(AFTER_SEND, this::parkWhatWasSent);
        }
    }

    private void parkWhatWasSent() {
        awake.set(false);
        arrivals.run();
    }

    private void park() {
        boolean more = false;
        try {
            more = arrivals.run();
        } finally {
            after(more ? Duration.ZERO : BETWEEN_LOOKS, this::park);
        }
    }

    private void move() {
        boolean more = false;
        try {
            more = departures.run();
        } finally {
            after(more ? Duration.ZERO : departures.pause(), this::move);
        }
    }

    private void after(Duration pause, Runnable work) {
        if (!ended) {
            later.accept(pause, work);
        }
    }

    /** Stops parking and moving. The transaction of the current step completes or rolls back. */
    public void end() {
        ended = true;
        arrivals.stop();
        departures.stop();
    }
}
