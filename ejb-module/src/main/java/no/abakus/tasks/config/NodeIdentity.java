package no.abakus.tasks.config;

import java.time.Instant;

/**
 * The identity of a node during one run of its server.
 *
 * @param name the node's name; two nodes may have the same one by mistake
 * @param run the unique id of this run
 * @param since when the run started
 */
public record NodeIdentity(String name, String run, Instant since) {

    /** Returns the identity of a new run of the node with this name. */
    public static NodeIdentity starting(String name, Ids ids, TaskClock clock) {
        return new NodeIdentity(name, ids.next(), clock.now());
    }
}
