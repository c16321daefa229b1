package no.abakus.tasks.port;

import java.time.Instant;
import java.util.Optional;

/**
 * A message from one node to another node, or to all nodes.
 *
 * @param kind the kind of message, such as {@code heartbeat}
 * @param id the id of the request and its reply; empty if no reply is expected
 * @param from the node that sends it
 * @param run the current run of that node
 * @param to the run of the node that it is addressed to; empty for all nodes
 * @param content the content, as JSON
 * @param at when it was sent, by the clock that the nodes share
 */
public record ControlMessage(
        String kind, String id, String from, String run, Optional<String> to, String content, Instant at) {}
