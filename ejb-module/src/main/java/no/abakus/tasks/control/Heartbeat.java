package no.abakus.tasks.control;

import java.util.List;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.spi.NodeListener;

/**
 * Tells the other nodes that this one is alive, and reports nodes that are lost. Messages may arrive on any thread.
 * {@code begin}, {@code beat} and {@code end} must not be called at the same time.
 */
final class Heartbeat {

    /** A sign of life from a node: its name and the id of its run. */
    record Sign(String node, String run) {}

    private static final Command<Sign, Boolean> ONLINE = new Command<>("online", Sign.class, Boolean.class);
    private static final Command<Sign, Boolean> HEARTBEAT = new Command<>("heartbeat", Sign.class, Boolean.class);
    private static final Command<Sign, Boolean> OFFLINE = new Command<>("offline", Sign.class, Boolean.class);

    private static final Log log = Log.get("no.abakus.tasks");

    private final NodeMessaging conversation;
    private final Peers peers;
    private final Node node;
    private final Sign self;
    private final List<NodeListener> listeners;

    Heartbeat(NodeMessaging conversation, Peers peers, Node node, List<NodeListener> listeners) {
        this.conversation = conversation;
        this.peers = peers;
        this.node = node;
        this.self = new Sign(node.name(), node.run());
        this.listeners = List.copyOf(listeners);
        conversation.answer(ONLINE.by(this::online));
        conversation.answer(HEARTBEAT.by(this::heartbeat));
        conversation.answer(OFFLINE.by(this::offline));
    }

    /** Announces this node. The nodes that receive the announcement announce themselves in turn. */
    void begin() {
        tell(ONLINE);
        listeners.forEach(listener -> listener.online(node.name()));
    }

    /** Tells the other nodes that this one is still alive, and checks whether they are. */
    void beat() {
        tell(HEARTBEAT);
        listeners.forEach(listener -> listener.heartbeat(node.name()));
        for (Peers.Peer peer : peers.lost(node.clock().now())) {
            log.error(
                    "node_lost",
                    "node",
                    peer.node(),
                    "last_heard",
                    peer.heard().toString(),
                    "detail",
                    "the node is assumed dead; the broker redelivers the tasks that were running there");
            listeners.forEach(listener -> listener.lost(peer.node()));
        }
    }

    /** Tells the other nodes that this one stops. */
    void end() {
        listeners.forEach(listener -> listener.offline(node.name()));
        tell(OFFLINE);
    }

    private void tell(Command<Sign, Boolean> what) {
        try {
            conversation.tell(what, self);
        } catch (OperationalException e) {
            // The health check reports that the broker is unreachable, so this failure is not logged as a warning every
            // few seconds.
            log.debug("heartbeat_not_sent", e);
        }
    }

    private boolean online(Sign sign) {
        if (heartbeat(sign)) {
            tell(HEARTBEAT);
        }
        return true;
    }

    /** Records the sign of life; returns whether another node sent it. */
    private boolean heartbeat(Sign sign) {
        if (sign.equals(self)) {
            peers.heardSelf(node.clock().now());
            return false;
        }
        if (peers.heard(sign.node(), sign.run(), node.clock().now())) {
            log.info("node_joined", "node", sign.node());
        }
        return true;
    }

    private boolean offline(Sign sign) {
        if (!sign.equals(self) && peers.gone(sign.run())) {
            log.info("node_left", "node", sign.node());
        }
        return true;
    }
}
