package no.abakus.tasks.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import no.abakus.logging.Log;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.control.ControlCenter;
import no.abakus.tasks.event.MonitoringFeed;
import no.abakus.tasks.history.History;
import no.abakus.tasks.order.StandingOrders;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.result.Results;
import no.abakus.tasks.worker.Worker;

/** The chores that every node has. */
final class NodeChores {

    private static final Log log = Log.get("no.abakus.tasks");

    /** The longest time before monitoring events and rows of the history are written. */
    private static final Duration BETWEEN_EVENTS = Duration.ofMillis(250);

    private static final Duration BETWEEN_BEATS = Duration.ofSeconds(2);
    /** A node that has missed this many signs of life counts as dead. */
    private static final int SIGNS = 6;

    private static final Duration BETWEEN_CLEAN_UPS = Duration.ofMinutes(5);

    private NodeChores() {}

    static List<Chore> of(
            TaskSystemConfig config,
            TaskRegistry registry,
            ControlCenter control,
            StandingOrders orders,
            MonitoringFeed feed,
            Results results,
            DeadNodes deadNodes,
            Worker worker,
            History history) {
        List<Chore> chores = new ArrayList<>(List.of(
                new Chore(
                        "tell other nodes that this one is alive",
                        config.control().heartbeat(),
                        control::beat),
                new Chore(
                        "hold the name of this node",
                        config.acks().nodeLostAfter().dividedBy(SIGNS),
                        deadNodes.name()::look),
                new Chore("read the orders of operators", config.control().refresh(), orders::refresh),
                new Chore("tell watchers of events", BETWEEN_EVENTS, feed::flush),
                new Chore("write the history", BETWEEN_EVENTS, history::flush),
                new Chore("delete old history", BETWEEN_CLEAN_UPS, history::removeExpired),
                new Chore("delete expired results", BETWEEN_CLEAN_UPS, () -> removeExpired(results)),
                new Chore("delete expired revocations", BETWEEN_CLEAN_UPS, orders::removeExpired),
                new Chore("delete expired claims", BETWEEN_CLEAN_UPS, deadNodes.claims()::removeExpired),
                new Chore("delete expired suspicions", BETWEEN_CLEAN_UPS, deadNodes.suspects()::removeExpired)));
        // Only tasks that must not begin twice have claims. If there are no such tasks, no query for claims is needed.
        if (registry.all().stream().anyMatch(task -> task.attributes().acks().beginsOnce())) {
            chores.add(new Chore("look after claims", BETWEEN_BEATS, worker::lookAfterClaims));
        }
        return List.copyOf(chores);
    }

    private static void removeExpired(Results results) {
        int removed = results.cleanUp();
        if (removed > 0) {
            log.info("results_expired", "removed", removed);
        }
    }
}
