package no.abakus.tasks.worker;

import java.time.Duration;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.Returns;

/**
 * Decides whether a task that this node cannot run goes back to the broker without a wait, because another node has it.
 *
 * <p>A broker offers messages to the consumers of a queue in turn. In an idle cluster, a message that comes back is
 * therefore offered to each consumer of this node first, before one of another node gets it. With a wait before each
 * offer, that would take minutes. Thread-safe.
 */
final class PassingOn {

    /** The maximum for one message: enough to go past all consumers of three nodes, which have 16 each by default. */
    static final int MOST = 64;

    /**
     * The maximum of this node in one second. With more such messages than this, the broker's turns are mixed anyway,
     * and passing on would only cost time.
     */
    static final int MOST_PER_SECOND = 200;

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TaskClock clock;
    private long secondBegan;
    private int passedInSecond;

    PassingOn(TaskClock clock) {
        this.clock = clock;
        this.secondBegan = clock.nanos();
    }

    /** Whether a message with these returns may be passed on at once. If so, counts it. */
    synchronized boolean mayPass(Returns before) {
        if (before.passes() >= MOST) {
            return false;
        }
        if (clock.since(secondBegan).compareTo(SECOND) >= 0) {
            secondBegan = clock.nanos();
            passedInSecond = 0;
        }
        if (passedInSecond >= MOST_PER_SECOND) {
            return false;
        }
        passedInSecond++;
        return true;
    }
}
