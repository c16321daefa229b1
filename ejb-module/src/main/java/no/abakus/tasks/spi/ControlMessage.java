package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * What one node says to the others.
 *
 * @param kind what kind of message it is, such as {@code heartbeat}
 * @param id the question that it asks or answers; empty text where nobody is to answer
 * @param from the node that says it
 * @param run this run of that node
 * @param to the run of the node that alone is to hear it; empty for all
 * @param content what it says, as JSON
 * @param at when
 */
public record ControlMessage(
        String kind, String id, String from, String run, Optional<String> to, String content, Instant at) {}
