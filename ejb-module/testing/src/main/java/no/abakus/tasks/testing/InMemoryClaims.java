package no.abakus.tasks.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.ClaimKey;
import no.abakus.tasks.port.ClaimStore;
import no.abakus.tasks.spi.Claim;

/** Claims in a map. Passes {@code ClaimStoreContract}. Thread-safe. */
public final class InMemoryClaims implements ClaimStore, Undoable {

    private final TaskClock clock;
    private final Map<ClaimKey, Claim> claims = new HashMap<>();
    private final Map<String, Instant> beats = new HashMap<>();
    private final Map<String, String> nodes = new HashMap<>();
    private String outage;
    private int accesses;

    /** Creates an empty store. This clock decides whether a run of a node is still alive. */
    public InMemoryClaims(TaskClock clock) {
        this.clock = clock;
    }

    /** Makes every access fail from now on, until {@link #restore}. */
    public synchronized void breakDown(String why) {
        outage = why;
    }

    /** Ends {@link #breakDown}. */
    public synchronized void restore() {
        outage = null;
    }

    /** Returns the number of accesses so far. */
    public synchronized int accesses() {
        return accesses;
    }

    private void access() {
        accesses++;
        if (outage != null) {
            throw new OperationalException("The claims are out of reach: " + outage);
        }
    }

    @Override
    public synchronized Optional<Claim> claim(Claim claim) {
        access();
        return Optional.ofNullable(claims.putIfAbsent(ClaimKey.of(claim), claim));
    }

    @Override
    public synchronized void end(ClaimKey key) {
        access();
        claims.computeIfPresent(key, (same, claim) -> ended(claim, claim.run()));
    }

    @Override
    public synchronized void reject(ClaimKey key, String mark) {
        access();
        claims.computeIfPresent(key, (same, claim) -> claim.ended() ? claim : ended(claim, mark));
    }

    private static Claim ended(Claim claim, String run) {
        return new Claim(
                claim.id(),
                claim.execution(),
                claim.task(),
                claim.node(),
                run,
                claim.acknowledged(),
                true,
                claim.at(),
                claim.expiresAt(),
                claim.token(),
                claim.deaths());
    }

    @Override
    public synchronized void release(ClaimKey key) {
        access();
        claims.remove(key);
    }

    @Override
    public synchronized List<Claim> lost(String run, Duration patience, int most) {
        access();
        return claims.values().stream()
                .filter(claim -> claim.acknowledged() && !claim.ended())
                .filter(claim -> !claim.run().equals(run) && !lives(claim.run(), patience))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized void beat(String node, String run) {
        access();
        beats.put(run, clock.now());
        nodes.put(run, node);
    }

    @Override
    public synchronized boolean isAlive(String run, Duration patience) {
        access();
        return lives(run, patience);
    }

    private boolean lives(String run, Duration patience) {
        return beats.containsKey(run) && beats.get(run).plus(patience).isAfter(clock.now());
    }

    @Override
    public synchronized Optional<String> otherRun(String node, String run, Duration patience) {
        access();
        return beats.keySet().stream()
                .filter(other -> !other.equals(run) && node.equals(nodes.get(other)) && lives(other, patience))
                .findFirst();
    }

    @Override
    public synchronized void bury(String run) {
        access();
        beats.remove(run);
    }

    @Override
    public synchronized int removeExpired(Instant now, int most) {
        access();
        List<ClaimKey> expired = claims.entrySet().stream()
                .filter(entry -> entry.getValue().expiresAt().isBefore(now))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
        expired.forEach(claims::remove);
        return expired.size();
    }

    @Override
    public synchronized Runnable undo() {
        Map<ClaimKey, Claim> before = new HashMap<>(claims);
        return () -> restore(before);
    }

    private synchronized void restore(Map<ClaimKey, Claim> before) {
        claims.clear();
        claims.putAll(before);
    }
}
