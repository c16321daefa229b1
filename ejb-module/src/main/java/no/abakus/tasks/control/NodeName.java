package no.abakus.tasks.control;

import java.time.Duration;
import java.util.Optional;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.ClaimStore;
import no.abakus.tasks.spi.HealthProbe;
import no.abakus.tasks.worker.DeliveryGate;

/**
 * Prevents two live nodes from using the same name. Otherwise a command to one of them would reach both. The second
 * node accepts no tasks until the first is gone. Thread-safe.
 *
 * <p>A node that finds no other run under the name stores its own run there, and then looks once more. If it now finds
 * another run, it gives up the name. So two nodes that start at the same moment may both give up and try again, but
 * they never hold the name at the same time.
 */
public final class NodeName implements HealthProbe {

    private static final Log log = Log.get("no.abakus.tasks");

    private final ClaimStore store;
    private final NodeIdentity node;
    private final Duration patience;
    private final TaskClock clock;
    private final DeliveryGate deliveryGate;
    private final Listening listening;
    private Optional<String> formerRun;
    private boolean isHeld;
    private boolean isRefused;
    private long lastSign;

    /**
     * Creates an object that guards the name of this node.
     *
     * @param formerRun the previous run of this server, which has ended
     * @param patience the time after which a silent node counts as gone
     */
    public NodeName(
            ClaimStore store,
            NodeIdentity node,
            Optional<String> formerRun,
            Duration patience,
            TaskClock clock,
            DeliveryGate deliveryGate,
            Listening listening) {
        this.store = store;
        this.node = node;
        this.formerRun = formerRun;
        this.patience = patience;
        this.clock = clock;
        this.deliveryGate = deliveryGate;
        this.listening = listening;
    }

    /** Takes the name, or keeps it. Call this several times within the patience period. */
    public synchronized void look() {
        try {
            if (isHeld && clock.since(lastSign).compareTo(patience) > 0) {
                // Other nodes could not see that this node is alive, so one of them may hold the name by now.
                isHeld = false;
            }
            boolean isMine = isHeld || take();
            if (isHeld) {
                store.beat(node.name(), node.run());
                lastSign = clock.nanos();
            }
            if (!isMine && !isRefused) {
                refuse();
            } else if (isMine && isRefused) {
                accept();
            }
        } catch (OperationalException e) {
            // The health check of the database reports this. A node that cannot query the database works under its
            // configured name.
            log.debug("node_name_not_checked", e);
        }
    }

    private boolean take() {
        formerRun.ifPresent(store::bury);
        formerRun = Optional.empty();
        if (isTaken()) {
            return false;
        }
        store.beat(node.name(), node.run());
        if (isTaken()) {
            store.bury(node.run());
            return false;
        }
        isHeld = true;
        return true;
    }

    private boolean isTaken() {
        return store.otherRun(node.name(), node.run(), patience).isPresent();
    }

    private void refuse() {
        isRefused = true;
        deliveryGate.hold(DeliveryGate.Reason.NAME_TAKEN);
        listening.adjustSoon();
        log.error(
                "node_name_taken",
                "node",
                node.name(),
                "detail",
                "another live node has this name, so this node accepts no tasks. Restart this node as " + suggestion(),
                "next",
                "tried again every few seconds; the node takes the name once the other node has been gone for "
                        + patience);
    }

    private void accept() {
        isRefused = false;
        deliveryGate.release(DeliveryGate.Reason.NAME_TAKEN);
        listening.adjustSoon();
        log.info("node_name_held", "node", node.name());
    }

    private String suggestion() {
        return "'" + node.name() + "-2' (run.sh --node, or abakus.tasks.node.name)";
    }

    /** Gives up the name, so that the next node with this name need not wait. */
    public synchronized void leave() {
        if (!isHeld) {
            return;
        }
        isHeld = false;
        try {
            store.bury(node.run());
        } catch (OperationalException e) {
            log.debug("node_name_not_given_back", e);
        }
    }

    @Override
    public String name() {
        return "name";
    }

    @Override
    public synchronized void check() {
        if (isRefused) {
            throw new IllegalStateException("Another live node is called '" + node.name()
                    + "', so this node accepts no tasks. Restart this node as " + suggestion());
        }
    }
}
