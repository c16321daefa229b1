package no.abakus.tasks.operate;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import no.abakus.tasks.RevokeOutcome;

/**
 * What happened to tasks, by their ids, for those who have not sent them. To be injected. Thread-safe. Celery: {@code AsyncResult(id)} and
 * {@code celery result}.
 *
 * <p>Every method throws {@link no.abakus.tasks.OperationalException} if the database is out of reach.
 *
 * <pre>{@code
 * @Inject TaskResults results;
 *
 * results.find(id).map(TaskReport::state);
 * }</pre>
 */
public interface TaskResults {

    /** What is known of a task; empty if its result is ignored, has expired or was forgotten, or if it was never sent. */
    Optional<TaskReport> find(String id);

    /**
     * The task's report once it has ended. The future never completes if nothing is recorded of the task; cancel it to give up waiting.
     */
    CompletableFuture<TaskReport> end(String id);

    /**
     * Deletes what is recorded of a task. Celery: {@code forget()}.
     *
     * @return whether there was something
     */
    boolean forget(String id);

    /**
     * Keeps a task from running. Celery: {@code revoke()}.
     *
     * @param terminate whether it is interrupted if it runs already
     */
    RevokeOutcome revoke(String id, boolean terminate);
}
