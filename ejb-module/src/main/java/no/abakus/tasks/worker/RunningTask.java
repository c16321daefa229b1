package no.abakus.tasks.worker;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import no.abakus.tasks.limit.TimeAllowed;
import no.abakus.tasks.operate.ReportedProgress;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.TaskMessage;

/**
 * One execution, from its claim until its task method ends. An interrupt reaches only the task method, not the steps
 * around it, the broker, or the next task on the same thread. Thread-safe.
 */
public final class RunningTask {

    private final Delivery delivery;
    private final Instant since;
    private final TimeAllowed allowed;
    private final boolean isEarly;
    private volatile ReportedProgress progress;
    private Thread thread;
    private Interruption interruption;
    private boolean over;
    private boolean abandoned;
    private boolean leftInterrupted;

    RunningTask(Delivery delivery, Instant since, TimeAllowed allowed, boolean isEarly) {
        this.delivery = delivery;
        this.since = since;
        this.allowed = allowed;
        this.isEarly = isEarly;
    }

    /** The task's id. */
    public String id() {
        return message().id();
    }

    /** The task's name. */
    public String task() {
        return message().task();
    }

    /** The message that started the task. */
    public TaskMessage message() {
        return delivery.message();
    }

    /** The queue that the task came from. */
    public String queue() {
        return delivery.route().queue();
    }

    /** When the worker received the task. */
    public Instant since() {
        return since;
    }

    /** The time limits of the task method. */
    public TimeAllowed allowed() {
        return allowed;
    }

    /** Whether the task is acknowledged early, so a stopping node waits for it in its slot. */
    boolean isEarly() {
        return isEarly;
    }

    /**
     * The latest progress that the task method reported, with its text before redaction; empty if none was reported.
     */
    public Optional<ReportedProgress> progress() {
        return Optional.ofNullable(progress);
    }

    /** Replaces the reported progress. */
    void report(ReportedProgress now) {
        progress = now;
    }

    /** The thread that runs the task method; empty before the method starts. */
    public synchronized Optional<Thread> thread() {
        return Optional.ofNullable(thread);
    }

    /** Whether the task has called {@code System.exit}, which does not return. */
    boolean hasCalledExit() {
        return thread().stream()
                .flatMap(body -> Arrays.stream(body.getStackTrace()))
                .anyMatch(frame -> frame.getClassName().equals(Runtime.class.getName())
                        && frame.getMethodName().equals("exit"));
    }

    /** The latest reason why the task was asked to end; empty if it was not. */
    public synchronized Optional<Interruption> interruption() {
        return Optional.ofNullable(interruption);
    }

    /**
     * Asks the task to end. Interrupts its thread and makes its checkpoints throw.
     *
     * @return false if the task method has already ended; then nothing happens
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

    /** Records that the task method starts on the calling thread. */
    synchronized void begin() {
        thread = Thread.currentThread();
        if (interruption != null) {
            thread.interrupt();
        }
    }

    /**
     * Records that the task method has ended. From then on, it is not interrupted.
     *
     * @return false if the task has already been abandoned; then its outcome does not count
     */
    synchronized boolean finish() {
        over = true;
        return !abandoned;
    }

    /** Records that the task method has ended on an interrupted thread. */
    synchronized void leaveInterrupted() {
        leftInterrupted = true;
    }

    /**
     * Whether the thread was interrupted when the task method ended. {@link #interruption} returns the reason if Abakus
     * interrupted the thread.
     */
    synchronized boolean isLeftInterrupted() {
        return leftInterrupted;
    }

    /**
     * Abandons the task method. Nothing that the method does afterwards counts.
     *
     * @return false if the task method has already ended; then nothing happens
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

    /** If the task was asked to end, clears the interrupt of the calling thread and throws. */
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
