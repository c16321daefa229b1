package no.abakus.tasks.control;

import no.abakus.tasks.config.Ids;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.Sources;
import no.abakus.tasks.config.TaskClock;

/**
 * This node, as a sender and receiver of control messages.
 *
 * @param identity the node's name and run
 * @param sources provides the time and the ids of queries
 */
record Node(NodeIdentity identity, Sources sources) {

    String name() {
        return identity.name();
    }

    String run() {
        return identity.run();
    }

    TaskClock clock() {
        return sources.clock();
    }

    Ids ids() {
        return sources.ids();
    }
}
