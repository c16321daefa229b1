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
 * The other nodes that are known to be alive because they sent a message recently. While this node does not even
 * receive its own heartbeats, no other node is assumed dead, because the broker may be unreachable. Thread-safe.
 */
final class Peers {

    /** The number of missed heartbeats after which a node is assumed dead. */
    private static final int MISSED = 3;

    private final Map<String, Peer> byRun = new ConcurrentHashMap<>();
    private final Duration patience;
    private Instant heardSelf = Instant.MIN;
    private Instant hearingSince = Instant.MIN;

    /**
     * A run of another node.
     *
     * @param node the node's name
     * @param run the id of the run
     * @param heard when its last message arrived, by this node's clock
     */
    record Peer(String node, String run, Instant heard) {}

    Peers(Duration heartbeat) {
        this.patience = heartbeat.multipliedBy(MISSED);
    }

    /** Records a heartbeat of another node; returns whether that node is new. */
    boolean heard(String node, String run, Instant now) {
        return byRun.put(run, new Peer(node, run, now)) == null;
    }

    /** Records a message of another node, if that node is known. */
    void stillThere(String run, Instant now) {
        byRun.computeIfPresent(run, (key, peer) -> new Peer(peer.node(), run, now));
    }

    /** Records that this node has received its own heartbeat. */
    synchronized void heardSelf(Instant now) {
        if (heardSelf.equals(Instant.MIN) || heardSelf.plus(patience).isBefore(now)) {
            hearingSince = now;
        }
        heardSelf = now;
    }

    /** Removes a node that has announced its stop; returns whether it was known. */
    boolean gone(String run) {
        return byRun.remove(run) != null;
    }

    /** Forgets the nodes that have been silent for too long, and returns them. */
    List<Peer> lost(Instant now) {
        if (isDeaf(now)) {
            return List.of();
        }
        return byRun.values().stream()
                .filter(peer -> peer.heard().plus(patience).isBefore(now))
                .filter(peer -> byRun.remove(peer.run(), peer))
                .toList();
    }

    /**
     * Whether this node misses its own heartbeats, or missed them until recently. It may then have missed those of
     * other nodes too.
     */
    private synchronized boolean isDeaf(Instant now) {
        return heardSelf.equals(Instant.MIN)
                || heardSelf.plus(patience).isBefore(now)
                || hearingSince.plus(patience).isAfter(now);
    }

    /** The runs of the other nodes with these names; of all other nodes if {@code names} is empty. */
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
