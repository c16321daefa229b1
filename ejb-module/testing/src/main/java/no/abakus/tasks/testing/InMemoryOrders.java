package no.abakus.tasks.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.KeyText;
import no.abakus.tasks.port.MatchingRevocation;
import no.abakus.tasks.port.OrderStore;
import no.abakus.tasks.port.Revocation;
import no.abakus.tasks.spi.Pause;

/** Orders of operators in a list. Passes {@code OrderStoreContract}. Thread-safe. */
public final class InMemoryOrders implements OrderStore, Undoable {

    private final Map<String, Revocation> ids = new LinkedHashMap<>();
    private final List<MatchingRevocation> revocations = new ArrayList<>();
    private final List<Pause> pauses = new ArrayList<>();
    private String outage;

    /** Makes every access fail from now on, until {@link #restore}. */
    public synchronized void breakDown(String why) {
        outage = why;
    }

    /** Ends {@link #breakDown}. */
    public synchronized void restore() {
        outage = null;
    }

    private void checkReach() {
        if (outage != null) {
            throw new OperationalException("The orders are out of reach: " + outage);
        }
    }

    @Override
    public synchronized void revoke(Revocation revocation) {
        checkReach();
        if (KeyText.fits(revocation.id())) {
            ids.put(revocation.id(), revocation);
        }
    }

    @Override
    public synchronized List<Revocation> revokedIdsSince(Instant at) {
        checkReach();
        return ids.values().stream()
                .filter(revocation -> !revocation.at().isBefore(at))
                .toList();
    }

    @Override
    public synchronized void revoke(MatchingRevocation revocation) {
        checkReach();
        revocations.removeIf(revocation::isAboutTheSameAs);
        revocations.add(revocation);
    }

    @Override
    public synchronized void pause(Pause pause) {
        checkReach();
        boolean isPaused = pauses.stream()
                .anyMatch(other -> other.of() == pause.of() && other.name().equals(pause.name()));
        if (!isPaused) {
            pauses.add(pause);
        }
    }

    @Override
    public synchronized boolean resume(Pause.Of of, String name) {
        checkReach();
        return pauses.removeIf(other -> other.of() == of && other.name().equals(name));
    }

    @Override
    public synchronized List<MatchingRevocation> revocations() {
        checkReach();
        return List.copyOf(revocations);
    }

    @Override
    public synchronized List<Pause> pauses() {
        checkReach();
        return List.copyOf(pauses);
    }

    @Override
    public synchronized int removeExpired(Instant now, int most) {
        checkReach();
        List<String> expired = ids.values().stream()
                .filter(revocation -> revocation.expiresAt().isBefore(now))
                .map(Revocation::id)
                .limit(most)
                .toList();
        expired.forEach(ids::remove);
        int before = revocations.size();
        revocations.removeIf(revocation -> revocation.expiresAt().isBefore(now));
        return expired.size() + before - revocations.size();
    }

    @Override
    public synchronized Runnable undo() {
        Map<String, Revocation> idsBefore = new LinkedHashMap<>(ids);
        List<MatchingRevocation> revocationsBefore = List.copyOf(revocations);
        List<Pause> pausesBefore = List.copyOf(pauses);
        return () -> restore(idsBefore, revocationsBefore, pausesBefore);
    }

    private synchronized void restore(
            Map<String, Revocation> idsBefore, List<MatchingRevocation> revocationsBefore, List<Pause> pausesBefore) {
        ids.clear();
        ids.putAll(idsBefore);
        revocations.clear();
        revocations.addAll(revocationsBefore);
        pauses.clear();
        pauses.addAll(pausesBefore);
    }
}
