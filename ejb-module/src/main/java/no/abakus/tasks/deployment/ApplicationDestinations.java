package no.abakus.tasks.deployment;

import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.BrokerAdmin;
import no.abakus.tasks.port.ListenerSwitch;
import no.abakus.tasks.port.PointedDestinations;
import no.abakus.tasks.port.ServerTraits;
import no.abakus.tasks.port.Transactions;

/**
 * Creates the application's queues and topics at a broker that does not create them automatically. Also gives the
 * listeners their destinations, if the server had none for them during deployment. {@link #make} is called until it has
 * succeeded, because the broker may be unreachable. Thread-safe.
 */
final class ApplicationDestinations {

    private static final Log log = Log.get("no.abakus.tasks");

    private final Destinations destinations;
    private final ServerTraits server;
    private final BrokerAdmin broker;
    private final ListenerSwitch listeners;
    private final Transactions transactions;
    private boolean areListenersLate;
    private boolean mustListenersStartAgain;
    private boolean isMade;

    /**
     * Prepares the destinations of this application; {@link #make} creates them.
     *
     * @param listeners all listeners, those of Abakus itself included
     * @param areListenersLate whether listeners may have started with other destinations
     */
    ApplicationDestinations(
            Destinations destinations,
            ServerTraits server,
            BrokerAdmin broker,
            ListenerSwitch listeners,
            Transactions transactions,
            boolean areListenersLate) {
        this.destinations = destinations;
        this.server = server;
        this.broker = broker;
        this.listeners = listeners;
        this.transactions = transactions;
        this.areListenersLate = areListenersLate;
    }

    /**
     * Creates the missing destinations, and restarts the listeners if they have started without theirs. Does nothing
     * once all of this is done.
     */
    synchronized void make() {
        if (isMade && !areListenersLate && !mustListenersStartAgain) {
            return;
        }
        try {
            if (!isMade) {
                transactions.outside(() -> {
                    broker.make(destinations.queues(), Destinations.TOPICS);
                    return null;
                });
                isMade = true;
            }
            if (areListenersLate) {
                PointedDestinations pointed = destinations.point(server);
                mustListenersStartAgain |= pointed.hasChanged();
                areListenersLate = !pointed.missing().isEmpty();
            }
            // While the application is being deployed, some listeners may be missing.
            if (mustListenersStartAgain
                    && listeners.queues().size() == destinations.listened().size()) {
                restartListeners();
                mustListenersStartAgain = false;
            }
        } catch (OperationalException | UnsupportedOperationException e) {
            log.warning("queues_not_made", "reason", e.getMessage(), "next", "tried again every two seconds");
        }
    }

    /** Restarts the listeners, because a listener looks up its destination only when it starts. */
    private void restartListeners() {
        for (String listener : listeners.queues()) {
            listeners.turn(listener, false);
            listeners.turn(listener, true);
        }
    }
}
