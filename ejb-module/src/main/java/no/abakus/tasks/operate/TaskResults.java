package no.abakus.tasks.operate;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import no.abakus.tasks.RevokeOutcome;

/**
 * Looks up and waits for the outcomes of tasks by id, without the sender's handle. Inject it into any bean.
 * Thread-safe. Celery: {@code AsyncResult(id)} and {@code celery result}.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the database cannot be reached.
 *
 * <pre>{@code
 * @Inject TaskResults results;
 *
 * results.find(id).map(TaskReport::state);
 * }</pre>
 */
public interface TaskResults {

    /**
     * Returns the report of a task; empty if the task was never sent, or its result is ignored, has expired or was
     * deleted.
     */
    Optional<TaskReport> find(String id);

    /**
     * Returns a future that completes with the task's report once the task has ended. It never completes if nothing is
     * recorded about the task; cancel the future to give up waiting. It completes exceptionally if the record cannot be
     * read.
     */
    CompletableFuture<TaskReport> end(String id);

    /**
     * Deletes the record of a task. Celery: {@code forget()}.
     *
     * @return whether there was a record
     */
    boolean forget(String id);

    /**
     * Asks workers not to run a task. Celery: {@code revoke()}.
     *
     * @param terminate whether to interrupt the task if it is already running
     */
    RevokeOutcome revoke(String id, boolean terminate);
}
