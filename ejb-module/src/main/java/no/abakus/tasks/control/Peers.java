package no.abakus.tasks.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The other nodes that are known to live: those that were heard of late. While this node does not even hear itself, the broker
 * is out of reach, and nobody is taken for dead. Thread-safe.
 */
final class Peers {

    /** So many heartbeats may be missed before a node is taken for dead. */
    private static final int MISSED = 3;

    private final Map<String, Peer> byRun = new ConcurrentHashMap<>();
    private final Duration patience;
    private Instant heardSelf = Instant.MIN;
    private Instant hearingSince = Instant.MIN;

    /**
     * Another run of a node.
     *
     * @param node its name
     * @param run this run of it
     * @param heard when it was heard last, by this node's clock
     */
    record Peer(String node, String run, Instant heard) {}

    Peers(Duration heartbeat) {
        this.patience = heartbeat.multipliedBy(MISSED);
    }

    /** Another node has said something; answers whether it was not known. */
    boolean heard(String node, String run, Instant now) {
        return byRun.put(run, new Peer(node, run, now)) == null;
    }

    /** A node that is known has said something. */
    void stillThere(String run, Instant now) {
        byRun.computeIfPresent(run, (key, peer) -> new Peer(peer.node(), run, now));
    }

    /** This node has heard itself. */
    synchronized void heardSelf(Instant now) {
        if (heardSelf.equals(Instant.MIN) || heardSelf.plus(patience).isBefore(now)) {
            hearingSince = now;
        }
        heardSelf = now;
    }

    /** A node has said that it goes; answers whether it was known. */
    boolean gone(String run) {
        return byRun.remove(run) != null;
    }

    /** Forgets those that have not been heard for too long, and answers which. */
    List<Peer> lost(Instant now) {
        if (isDeaf(now)) {
            return List.of();
        }
        return byRun.values().stream()
                .filter(peer -> peer.heard().plus(patience).isBefore(now))
                .filter(peer -> byRun.remove(peer.run(), peer))
                .toList();
    }

    /** Whether this node has not heard itself for so long that it may have missed the others as well. */
    private synchronized boolean isDeaf(Instant now) {
        return heardSelf.equals(Instant.MIN)
                || heardSelf.plus(patience).isBefore(now)
                || hearingSince.plus(patience).isAfter(now);
    }

    /** The runs of the other nodes of these names; of all where no name is given. */
    Set<String> runs(Set<String> names) {
        return byRun.values().stream()
                .filter(peer -> names.isEmpty() || names.contains(peer.node()))
                .map(Peer::run)
                .collect(Collectors.toSet());
    }

    /** The names of the other nodes. */
    Set<String> names() {
        return byRun.values().stream().map(Peer::node).collect(Collectors.toCollection(TreeSet::new));
    }
}
