package no.abakus.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import no.abakus.it.server.Http;
import no.abakus.it.server.Server;

/** The rows that tasks have written, each in its task's transaction. */
final class Ledger {

    /** A transaction in doubt after a crash holds its rows for up to a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(70);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Http webkom;

    private Ledger(Http webkom) {
        this.webkom = webkom;
    }

    static Ledger of(Server server) {
        return new Ledger(server.http().as("webkom", "webkom"));
    }

    /** Returns the rows under this key. */
    JsonNode rows(String key) throws InterruptedException {
        return webkom.get("/registrations/api/ledger/" + key).json();
    }

    /** Returns the rows under this key when there are this many, and fails if there are more. */
    JsonNode awaitRows(String key, int count) {
        return awaitRows(key, count, PATIENCE);
    }

    /** As {@link #awaitRows(String, int)}, but waits for this long at most. */
    JsonNode awaitRows(String key, int count, Duration patience) {
        JsonNode rows = awaitAtLeast(key, count, patience);
        assertThat(rows).as("rows under " + key).hasSize(count);
        return rows;
    }

    /** Returns the rows under this key as soon as there is one. A task that ran twice may add more. */
    JsonNode awaitAny(String key) {
        return awaitAtLeast(key, 1, PATIENCE);
    }

    private JsonNode awaitAtLeast(String key, int count, Duration patience) {
        return await("rows under " + key)
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_LOOKS)
                .until(() -> rows(key), found -> found.size() >= count);
    }
}
