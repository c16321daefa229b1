package no.abakus.tasks.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.Suspicion;
import no.abakus.tasks.port.SuspicionStore;

/** Suspicions in a map. Passes {@code SuspicionStoreContract}. Thread-safe. */
public final class InMemorySuspicions implements SuspicionStore {

    private final Map<String, Suspicion> all = new ConcurrentHashMap<>();
    private volatile String outage;

    /** Makes every access fail from now on, until {@link #restore}. */
    public void breakDown(String why) {
        outage = why;
    }

    /** Ends {@link #breakDown}. */
    public void restore() {
        outage = null;
    }

    private void access() {
        if (outage != null) {
            throw new OperationalException("The suspicions are out of reach: " + outage);
        }
    }

    @Override
    public Optional<Suspicion> find(String id) {
        access();
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public void put(Suspicion suspicion) {
        access();
        all.put(suspicion.id(), suspicion);
    }

    @Override
    public void remove(String id) {
        access();
        all.remove(id);
    }

    @Override
    public int removeExpired(Instant now, int most) {
        access();
        List<String> expired = all.values().stream()
                .filter(suspicion -> suspicion.expiresAt().isBefore(now))
                .map(Suspicion::id)
                .limit(most)
                .toList();
        expired.forEach(all::remove);
        return expired.size();
    }
}
