package no.abakus.tasks.control;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.result.Later;

/**
 * Which tasks the other live nodes have. During a rollout, they may have tasks that this node lacks. Asks the other
 * nodes on another thread, at most once in {@link #FRESH}, and only while somebody wants to know. Thread-safe.
 */
final class TasksElsewhere {

    /** How long an answer is used. A node that starts is known to have its tasks after this time at the latest. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private final NodeMessaging nodes;
    private final Peers peers;
    private final Node node;
    private final Later later;
    private final AtomicLong askedAt;
    private volatile Set<String> tasks = Set.of();

    TasksElsewhere(NodeMessaging nodes, Peers peers, Node node, Later later) {
        this.nodes = nodes;
        this.peers = peers;
        this.node = node;
        this.later = later;
        this.askedAt = new AtomicLong(node.clock().nanos() - FRESH.toNanos());
    }

    /**
     * Returns whether another live node has this task, by what the nodes answered last. Returns false until they have
     * answered for the first time.
     */
    boolean include(String task) {
        if (peers.names().isEmpty()) {
            return false;
        }
        long asked = askedAt.get();
        if (node.clock().since(asked).compareTo(FRESH) >= 0
                && askedAt.compareAndSet(asked, node.clock().nanos())) {
            later.run(Duration.ZERO, this::ask);
        }
        return tasks.contains(task);
    }

    private void ask() {
        Set<String> found = new HashSet<>();
        try {
            nodes.ask(Questions.REGISTERED, Questions.NOTHING, peers.names(), ReplyTimeout.STANDARD)
                    .values()
                    .forEach(names -> found.addAll(Arrays.asList(names)));
        } catch (OperationalException e) {
            // The failure has been logged. A node that cannot be asked cannot be sent a task either.
        }
        tasks = Set.copyOf(found);
    }
}
