package no.abakus.tasks.control;

import java.util.List;
import no.abakus.tasks.config.ControlConfig;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.Sources;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.port.ControlListener;
import no.abakus.tasks.result.Revoking;
import no.abakus.tasks.spi.NodeListener;
import no.abakus.tasks.spi.TaskSerializer;

/** Assembles the operator tools of one node. Thread-safe. */
public final class ControlCenter {

    private final NodeMessaging conversation;
    private final Peers peers;
    private final Heartbeat pulse;
    private final Revoker revoker;
    private final OperatorControl operatorControl;
    private final TasksElsewhere tasksElsewhere;

    /**
     * Creates the tools of this node.
     *
     * @param json encodes the messages between nodes
     * @param listeners are notified when this node starts, beats or stops, and when another node is lost
     */
    public ControlCenter(
            NodeIdentity identity,
            Sources sources,
            ControlConfig config,
            TaskSerializer json,
            ControlPorts seams,
            NodeParts parts,
            List<NodeListener> listeners) {
        Node node = new Node(identity, sources);
        peers = new Peers(config.heartbeat());
        conversation = new NodeMessaging(node, seams.channel(), peers, new ControlCodec(json), parts.skew());
        tasksElsewhere = new TasksElsewhere(conversation, peers, node, seams.later());
        pulse = new Heartbeat(conversation, peers, node, listeners);
        new RevocationCommands(parts.orders(), parts.running()).answerIn(conversation);
        new NodeQueries(
                        node,
                        parts.registry(),
                        parts.running(),
                        parts.sentBack(),
                        parts.slots(),
                        parts.limits(),
                        parts.intake(),
                        parts.tally(),
                        parts.events(),
                        parts.skew(),
                        parts.historyDropped())
                .answerIn(conversation);
        new NodeCommands(
                        parts.registry(),
                        parts.limits(),
                        parts.times(),
                        parts.intake(),
                        parts.deliveryGate(),
                        seams.listeners(),
                        parts.events(),
                        new ShutdownAfterDrain(parts.running(), seams.later(), node.clock(), seams.stopServer()))
                .answerIn(conversation);
        Queues queues = new Queues(parts.queues(), seams.broker(), seams.transactions());
        revoker = new Revoker(
                seams.results(),
                seams.orders(),
                seams.news(),
                seams.transactions(),
                conversation,
                node,
                queues,
                config.revocationRetention());
        Pauses pauses =
                new Pauses(seams.orders(), seams.transactions(), conversation, node, seams.broker(), parts.queues());
        operatorControl = new OperatorControl(
                new OperatorParts(node, conversation, revoker, pauses, parts.orders(), queues, seams.transactions()));
    }

    /** The control that beans inject. */
    public TaskControl control() {
        return operatorControl;
    }

    /** The revocation that task handles use. */
    public Revoking revoking() {
        return revoker;
    }

    /** The receiver of messages from nodes. */
    public ControlListener listener() {
        return conversation;
    }

    /** Whether any other node has sent a heartbeat recently. */
    public boolean hearsOthers() {
        return !peers.names().isEmpty();
    }

    /** Whether another live node is known to have this task. */
    public boolean othersHave(String task) {
        return tasksElsewhere.include(task);
    }

    /** Tells the other nodes that this one starts. */
    public void begin() {
        pulse.begin();
    }

    /**
     * Tells the other nodes that this one is alive, and checks whether they are. Call this once per heartbeat interval.
     */
    public void beat() {
        pulse.beat();
    }

    /** Tells the other nodes that this one stops. */
    public void end() {
        pulse.end();
    }
}
