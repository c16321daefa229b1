package no.abakus.tasks.testing;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.abakus.tasks.port.DeliveryHandler;
import no.abakus.tasks.spi.TaskEvent;

/**
 * Runs tasks during the call that sends them, in the caller's thread, even if they are not due. Celery: {@code
 * task_always_eager}.
 */
final class EagerRunner implements EagerDoor.Runner {

    /**
     * The greatest depth of tasks that send tasks. Beyond it, a task most likely sends itself for ever. A stack of 1 MB
     * has room for this many nested tasks, even in interpreted code.
     */
    private static final int MAX_DEPTH = 50;

    /**
     * The greatest number of executions that one call may cause. Beyond it, a task most likely retries itself for ever.
     */
    private static final int MAX_EXECUTIONS = 10_000;

    private enum Mode {
        OFF,
        KEEPING_FAILURES,
        THROWING_FAILURES
    }

    private final InMemoryTransport transport;
    private final RecordingEvents events;
    private final Failures failures;
    private final Supplier<DeliveryHandler> worker;
    private Mode mode = Mode.OFF;
    private int depth;

    EagerRunner(
            InMemoryTransport transport, RecordingEvents events, Failures failures, Supplier<DeliveryHandler> worker) {
        this.transport = transport;
        this.events = events;
        this.failures = failures;
        this.worker = worker;
    }

    void turnOn(boolean throwing) {
        mode = throwing ? Mode.THROWING_FAILURES : Mode.KEEPING_FAILURES;
    }

    @Override
    public int mark() {
        return transport.sent().size();
    }

    @Override
    public void runSince(int mark) {
        if (mode == Mode.OFF || transport.sent().size() == mark) {
            return;
        }
        if (depth == MAX_DEPTH) {
            throw new IllegalStateException(
                    "Tasks have sent tasks " + MAX_DEPTH + " levels deep; does a task send itself for ever?");
        }
        depth++;
        try {
            for (int i = 0; deliverOne(mark); i++) {
                if (i == MAX_EXECUTIONS) {
                    throw new IllegalStateException(
                            "One call has led to " + MAX_EXECUTIONS + " executions; does a task retry for ever?");
                }
            }
        } finally {
            depth--;
        }
    }

    private boolean deliverOne(int mark) {
        int before = events.all().size();
        Optional<InMemoryTransport.Sent> run = transport.deliverSentAfter(mark, worker.get());
        if (run.isPresent() && mode == Mode.THROWING_FAILURES) {
            List<TaskEvent> told = events.all();
            throwFailure(run.get().message().id(), told.subList(before, told.size()));
        }
        return run.isPresent();
    }

    /**
     * Throws the exception of this task if it has failed. Ignores the tasks that it has sent, because its own method
     * has already seen their failures and decided whether to fail as well.
     */
    private void throwFailure(String id, List<TaskEvent> told) {
        for (TaskEvent event : told) {
            if (event instanceof TaskEvent.Failed failed
                    && failed.delivery().message().id().equals(id)) {
                failures.seen(id);
                throw unchecked(failed);
            }
            if (event instanceof TaskEvent.Rejected rejected
                    && rejected.delivery().message().id().equals(id)) {
                throw new IllegalStateException(
                        "Task " + rejected.delivery().message().task() + "[" + id + "] was rejected: "
                                + rejected.rejection().detail());
            }
        }
    }

    private static RuntimeException unchecked(TaskEvent.Failed failed) {
        Throwable thrown = failed.thrown();
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException itself
                ? itself
                : new IllegalStateException(
                        "Task " + failed.delivery().message().task() + "["
                                + failed.delivery().message().id() + "] failed with a checked exception: " + thrown,
                        thrown);
    }
}
