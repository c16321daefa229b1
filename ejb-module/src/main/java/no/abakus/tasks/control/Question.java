package no.abakus.tasks.control;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Collects the replies to one query as they arrive. Thread-safe. */
final class Question {

    private final Consumer<String> listener;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Set<String> awaited;
    private final CountDownLatch complete = new CountDownLatch(1);

    /**
     * Creates a query that these runs of nodes are expected to answer. Other runs may answer too. The listener receives
     * the name of each node that replies.
     */
    Question(Set<String> runs, Consumer<String> listener) {
        this.listener = listener;
        this.awaited = new HashSet<>(runs);
        completeIfAllAnswered();
    }

    synchronized void answered(String node, String run, String content) {
        listener.accept(node);
        answers.put(node, content);
        awaited.remove(run);
        completeIfAllAnswered();
    }

    private void completeIfAllAnswered() {
        if (awaited.isEmpty()) {
            complete.countDown();
        }
    }

    /** Waits for all expected replies, but no longer than {@code patience}. Returns the replies by node. */
    Map<String, String> await(Duration patience) {
        try {
            complete.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return new LinkedHashMap<>(answers);
        }
    }
}
