package no.abakus.tasks.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.BrokerAdmin.Capability;
import no.abakus.tasks.port.OrderStore;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.spi.Pause;

/**
 * Pauses queues and tasks. A pause is stored in the database and announced to all nodes. The nodes' workers return
 * paused messages to the broker. A broker that can pause queues also pauses the queue itself. Thread-safe.
 */
final class Pauses {

    private static final Log log = Log.get("no.abakus.tasks");

    private final OrderStore store;
    private final Transactions transactions;
    private final NodeMessaging nodes;
    private final Node node;
    private final BrokerAdmin broker;
    private final Collection<String> queues;

    Pauses(
            OrderStore store,
            Transactions transactions,
            NodeMessaging nodes,
            Node node,
            BrokerAdmin broker,
            Collection<String> queues) {
        this.store = store;
        this.transactions = transactions;
        this.nodes = nodes;
        this.node = node;
        this.broker = broker;
        this.queues = queues;
    }

    void pause(Pause.Of of, String name) {
        checkKnown(of, name);
        Pause pause = new Pause(of, name, node.clock().now());
        outside(() -> {
            store.pause(pause);
            nodes.ask(Orders.PAUSE, pause, Set.of(), ReplyTimeout.STANDARD);
            atBroker(of, () -> broker.pause(name));
            return null;
        });
        log.warning("paused", "what", of.label(), "name", name);
    }

    boolean resume(Pause.Of of, String name) {
        boolean wasPaused = outside(() -> {
            boolean ended = store.resume(of, name);
            nodes.ask(Orders.RESUME, new Pause(of, name, node.clock().now()), Set.of(), Duration.ZERO);
            atBroker(of, () -> broker.resume(name));
            return ended;
        });
        log.warning("resumed", "what", of.label(), "name", name, "was_paused", wasPaused);
        return wasPaused;
    }

    private void checkKnown(Pause.Of of, String name) {
        if (of == Pause.Of.QUEUE && !queues.contains(name)) {
            throw new TaskOptionException("No listener of this application consumes the queue '" + name
                    + "'. The application consumes " + queues);
        }
    }

    List<String> names(Pause.Of of) {
        return List.copyOf(since(of).keySet());
    }

    /** The paused names in alphabetical order, each with the time at which it was paused. */
    SortedMap<String, Instant> since(Pause.Of of) {
        return outside(() -> store.pauses().stream()
                .filter(pause -> pause.of() == of)
                .collect(Collectors.toMap(Pause::name, Pause::at, (one, other) -> one, TreeMap::new)));
    }

    /**
     * Also pauses or resumes the queue at the broker, if the broker can do that. The pause works without this, but then
     * workers must return the messages.
     */
    private void atBroker(Pause.Of of, Runnable order) {
        if (of != Pause.Of.QUEUE || !broker.capabilities().contains(Capability.PAUSE)) {
            return;
        }
        try {
            order.run();
        } catch (OperationalException e) {
            log.warning("pause_not_told_to_broker", e, "next", "workers return the messages to the broker");
        }
    }

    private <T> T outside(Supplier<T> work) {
        return transactions.outside(work);
    }
}
