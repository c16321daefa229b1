package no.abakus.tasks.config;

import java.time.Instant;

/**
 * Who a node is, from a start of its server to the end of it.
 *
 * @param name the node's name; two nodes may have the same one by mistake
 * @param run the id of this run of it, which no other run has
 * @param since when it started
 */
public record NodeIdentity(String name, String run, Instant since) {

    /** A new run of the node of this name. */
    public static NodeIdentity starting(String name, Ids ids, TaskClock clock) {
        return new NodeIdentity(name, ids.next(), clock.now());
    }
}
