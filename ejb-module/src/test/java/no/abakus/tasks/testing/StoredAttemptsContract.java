package no.abakus.tasks.testing;

import static no.abakus.tasks.testing.SampleRecords.LATER;
import static no.abakus.tasks.testing.SampleRecords.NOW;
import static no.abakus.tasks.testing.SampleRecords.queued;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.StoredAttempt;
import no.abakus.tasks.port.StoredValue;
import org.junit.jupiter.api.Test;

/** The attempts of a task in a store of results. */
public interface StoredAttemptsContract extends EmptyResults {

    @Test
    default void attempts_come_back_in_their_order_and_go_with_their_task() throws Exception {
        ResultBackend backend = backend();
        backend.queued(queued("1"));
        backend.queued(queued("2"));
        StoredAttempt first = attempt("1", 0, Optional.empty());
        StoredAttempt second =
                attempt("1", 1, Optional.of(new StoredValue("application/json", "", new byte[] {1, 2, 3})));
        backend.attempted(first);
        backend.attempted(second);
        backend.attempted(attempt("2", 0, Optional.empty()));

        assertThat(backend.attempts("1")).usingRecursiveComparison().isEqualTo(List.of(first, second));
        backend.forget("1");
        assertThat(backend.attempts("1")).isEmpty();
        assertThat(backend.attempts("2")).hasSize(1);
        backend.removeExpired(LATER.plus(Duration.ofDays(400)), 10);
        assertThat(backend.attempts("2")).isEmpty();
    }

    @Test
    default void of_a_task_that_asks_for_ever_the_latest_attempts_are_kept() throws Exception {
        ResultBackend backend = backend();
        backend.queued(queued("1"));
        for (int i = 0; i < ResultBackend.MOST_ATTEMPTS + 5; i++) {
            backend.attempted(attempt("1", i, Optional.empty()));
        }

        assertThat(backend.attempts("1"))
                .hasSize(ResultBackend.MOST_ATTEMPTS)
                .extracting(StoredAttempt::retries)
                .startsWith(5);
    }

    private static StoredAttempt attempt(String id, int retries, Optional<StoredValue> cause) {
        return new StoredAttempt(id, retries, "node-1", NOW, NOW.plusMillis(1), NOW.plusMillis(2), cause);
    }
}
