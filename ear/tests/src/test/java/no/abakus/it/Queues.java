package no.abakus.it;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import no.abakus.it.server.Http;

/** The queues as the console reports them. */
final class Queues {

    private static final String DEFAULT = "default";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Http operator;

    private Queues(Http operator) {
        this.operator = operator;
    }

    static Queues as(Http operator) {
        return new Queues(operator);
    }

    /** Returns this number of the default queue, such as {@code waiting}. */
    long count(String what) throws InterruptedException {
        for (JsonNode queue : operator.get("/abakus/api/queues").json().path("queues")) {
            if (queue.path("name").asText().equals(DEFAULT)) {
                return queue.path(what).asLong();
            }
        }
        throw new AssertionError("The console does not report the queue '" + DEFAULT + "'");
    }

    /** Waits until this number of the default queue is at least this, and returns it. */
    long awaitAtLeast(String what, long count) {
        return await("messages that are " + what)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> count(what), found -> found >= count);
    }
}
