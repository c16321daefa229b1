package no.abakus.tasks.worker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.Acks;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.spi.TaskTracer;

/**
 * Runs each task that must never start twice on a thread that no resource adapter knows. An adapter interrupts the
 * thread of a stopped listener after half a minute, but such a task must not go back to its queue.
 */
final class ShieldBody implements Step {

    private static final Log log = Log.get("no.abakus.tasks");

    private final BodyThreads threads;

    ShieldBody(BodyThreads threads) {
        this.threads = threads;
    }

    @Override
    public boolean appliesTo(LineTraits line) {
        return line.acks() == Acks.LATE && line.ackAttributes().beginsOnce();
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        boolean hasThread = execution.running().allowed().hard().isPresent();
        return hasThread ? rest.apply(execution) : shielded(execution, rest);
    }

    private Outcome shielded(Execution execution, Rest rest) {
        CompletableFuture<Outcome> end = new CompletableFuture<>();
        try {
            threads.start("abakus-body " + execution.running(), () -> run(execution, rest, end));
        } catch (RejectedExecutionException e) {
            throw new OperationalException("The application is stopping and starts no more tasks", e);
        }
        while (true) {
            try {
                return end.get();
            } catch (InterruptedException e) {
                log.info("task_goes_on", "reason", "only the task's listener was interrupted, not its body");
            } catch (ExecutionException e) {
                throw ThrownElsewhere.unchecked(e.getCause());
            }
        }
    }

    private static void run(Execution execution, Rest rest, CompletableFuture<Outcome> end) {
        try (LogScope scope = LogContext.replace(execution.context());
                TaskTracer.Entered entered = execution.trace().enter()) {
            end.complete(rest.apply(execution));
        } catch (Throwable thrown) {
            // An unexpected error must not leave the listener waiting.
            end.completeExceptionally(thrown);
        }
    }
}
