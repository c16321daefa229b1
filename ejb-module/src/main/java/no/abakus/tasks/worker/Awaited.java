package no.abakus.tasks.worker;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * What a body's answer comes to that is not there yet: a {@link CompletionStage} or a {@link Future} is awaited on the thread of the
 * body, so that time limits, revocation and the node's stop reach it as they reach any body that waits.
 */
final class Awaited {

    private Awaited() {}

    /** The value, or what it failed by; an interrupt cancels what is awaited. */
    static Object value(Object returned) throws Throwable {
        Object value = returned;
        while (value instanceof CompletionStage<?> || value instanceof Future<?>) {
            value = value instanceof CompletionStage<?> stage ? ofStage(stage) : ofFuture((Future<?>) value);
        }
        return value;
    }

    /** Not every stage can be made a future, and all tell when they complete. */
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

    /** What was thrown, without what stages and futures wrap around it. */
    private static Throwable meant(Throwable thrown) {
        Throwable inner = thrown;
        while ((inner instanceof CompletionException || inner instanceof ExecutionException)
                && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }
}
