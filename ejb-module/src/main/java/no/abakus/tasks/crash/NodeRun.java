package no.abakus.tasks.crash;

import java.time.Instant;

/**
 * One run of a node, from a start of its server to the end of it.
 *
 * @param node the node's name; two nodes may share it by mistake
 * @param id the run's own id, which nobody shares
 * @param since when it started
 */
public record NodeRun(String node, String id, Instant since) {}
