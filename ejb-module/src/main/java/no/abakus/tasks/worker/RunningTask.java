package no.abakus.tasks.worker;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import no.abakus.tasks.limit.TimeAllowed;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.TaskMessage;

/**
 * One execution from its claim to the end of its body. An interrupt reaches the body or nobody: not the steps around it, not
 * the broker, not the next task of the same thread. Thread-safe.
 */
public final class RunningTask {

    private final Delivery delivery;
    private final Instant since;
    private final TimeAllowed allowed;
    private Thread thread;
    private Interruption interruption;
    private boolean over;
    private boolean abandoned;
    private boolean leftInterrupted;

    RunningTask(Delivery delivery, Instant since, TimeAllowed allowed) {
        this.delivery = delivery;
        this.since = since;
        this.allowed = allowed;
    }

    /** The task's id. */
    public String id() {
        return message().id();
    }

    /** The task's name. */
    public String task() {
        return message().task();
    }

    /** The message that it runs for. */
    public TaskMessage message() {
        return delivery.message();
    }

    /** The queue it came from. */
    public String queue() {
        return delivery.route().queue();
    }

    /** When the worker got it. */
    public Instant since() {
        return since;
    }

    /** How long its body may take. */
    public TimeAllowed allowed() {
        return allowed;
    }

    /** The thread that runs the body; empty before it begins. */
    public synchronized Optional<Thread> thread() {
        return Optional.ofNullable(thread);
    }

    /** Whether the body has called {@code System.exit}, which does not return. */
    boolean hasCalledExit() {
        return thread().stream()
                .flatMap(body -> Arrays.stream(body.getStackTrace()))
                .anyMatch(frame -> frame.getClassName().equals(Runtime.class.getName())
                        && frame.getMethodName().equals("exit"));
    }

    /** Why the body was asked to end, last; empty where it was not. */
    public synchronized Optional<Interruption> interruption() {
        return Optional.ofNullable(interruption);
    }

    /**
     * Asks the body to end: interrupts its thread, and has its checkpoints throw.
     *
     * @return false, and nothing happens, if the body is over
     */
    public synchronized boolean interrupt(Interruption why) {
        if (over) {
            return false;
        }
        interruption = why;
        if (thread != null) {
            thread.interrupt();
        }
        return true;
    }

    /** The body begins on the calling thread. */
    synchronized void begin() {
        thread = Thread.currentThread();
        if (interruption != null) {
            thread.interrupt();
        }
    }

    /**
     * The body is over, and no interrupt will come any more.
     *
     * @return whether its end counts; false where it was given up before
     */
    synchronized boolean finish() {
        over = true;
        return !abandoned;
    }

    /** The body has ended on a thread that somebody had interrupted. */
    synchronized void leaveInterrupted() {
        leftInterrupted = true;
    }

    /** Whether its thread was interrupted when the body ended; who did it, {@link #interruption} knows if it was asked for here. */
    synchronized boolean isLeftInterrupted() {
        return leftInterrupted;
    }

    /**
     * Gives the body up: whatever it still does counts no more.
     *
     * @return false, and nothing happens, if it is over
     */
    synchronized boolean abandon(Interruption why) {
        if (!interrupt(why)) {
            return false;
        }
        over = true;
        abandoned = true;
        if (thread != null) {
            thread.setName("abakus-abandoned " + this);
        }
        return true;
    }

    /** Throws where the body was asked to end; on its own thread, the interrupt is taken back. */
    void checkpoint() {
        Interruption why = interruption().orElse(null);
        if (why != null) {
            Thread.interrupted();
            throw why.exception(task());
        }
    }

    @Override
    public String toString() {
        return task() + "[" + id() + "]";
    }
}
