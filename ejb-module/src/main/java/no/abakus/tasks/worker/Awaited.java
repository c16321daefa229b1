package no.abakus.tasks.worker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Waits for the {@link CompletionStage} or {@link Future} that a task method returned. It waits on the task's thread,
 * so time limits, revocation and node shutdown apply as they do to any waiting task.
 */
final class Awaited {

    /**
     * The maximum depth of nested futures. No reasonable chain is longer. Without this limit, a future that completes
     * with itself would be unwrapped forever, and no interrupt would stop that.
     */
    private static final int MOST_NESTED = 100;

    private Awaited() {}

    /**
     * Returns the value or throws the failure. If an interrupt ends the wait for a {@link Future}, cancels the future.
     */
    static Object value(Object returned) throws Throwable {
        Object value = returned;
        for (int nested = 0; value instanceof CompletionStage<?> || value instanceof Future<?>; nested++) {
            if (nested == MOST_NESTED) {
                throw new IllegalStateException("The task returned a future with more than " + MOST_NESTED
                        + " futures inside each other. Perhaps one of these futures completes with itself");
            }
            value = value instanceof CompletionStage<?> stage ? ofStage(stage) : ofFuture((Future<?>) value);
        }
        return value;
    }

    /** Waits for the stage with a callback, because not every stage can be converted to a future. */
    private static Object ofStage(CompletionStage<?> stage) throws Throwable {
        CompletableFuture<Object> end = new CompletableFuture<>();
        stage.whenComplete((value, thrown) -> {
            if (thrown == null) {
                end.complete(value);
            } else {
                end.completeExceptionally(thrown);
            }
        });
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw meant(e);
        } catch (InterruptedException e) {
            if (stage instanceof Future<?> future) {
                future.cancel(true);
            }
            throw e;
        }
    }

    private static Object ofFuture(Future<?> future) throws Throwable {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw meant(e);
        } catch (InterruptedException e) {
            future.cancel(true);
            throw e;
        }
    }

    /** Returns the original exception, without the wrappers that stages and futures add. */
    private static Throwable meant(Throwable thrown) {
        Throwable inner = thrown;
        while ((inner instanceof CompletionException || inner instanceof ExecutionException)
                && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }
}
