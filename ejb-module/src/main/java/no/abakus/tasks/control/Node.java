package no.abakus.tasks.control;

import no.abakus.tasks.config.Ids;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.Sources;
import no.abakus.tasks.config.TaskClock;

/**
 * This node, as it takes part in what nodes say to each other.
 *
 * @param identity who it is
 * @param sources its time, and the ids of its questions
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
