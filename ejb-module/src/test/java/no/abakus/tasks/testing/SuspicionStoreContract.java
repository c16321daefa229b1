package no.abakus.tasks.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.port.Suspicion;
import no.abakus.tasks.port.SuspicionStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SuspicionStore} keeps. Extend this class to test a store of your own. */
public abstract class SuspicionStoreContract {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private SuspicionStore store;

    /** A fresh, empty store. */
    protected abstract SuspicionStore store() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = store();
    }

    private static Suspicion suspicion(int deaths, Optional<Suspicion.Begun> running) {
        return new Suspicion("1", deaths, running, "it was there", NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void what_is_kept_is_found_until_it_is_forgotten() {
        Suspicion running = suspicion(1, Optional.of(new Suspicion.Begun("a", NOW)));
        assertThat(store.find("1")).isEmpty();

        store.put(suspicion(0, Optional.empty()));
        assertThat(store.find("1")).contains(suspicion(0, Optional.empty()));
        store.put(running);
        assertThat(store.find("1")).contains(running);
        store.remove("1");
        store.remove("1");
        assertThat(store.find("1")).isEmpty();
    }

    @Test
    void it_expires() {
        store.put(suspicion(0, Optional.empty()));

        assertThat(store.removeExpired(NOW, 10)).isZero();
        assertThat(store.removeExpired(NOW.plus(Duration.ofDays(2)), 10)).isEqualTo(1);
        assertThat(store.find("1")).isEmpty();
    }
}
