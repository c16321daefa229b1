package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * The numbers of a queue in one minute. Numbers that the broker did not report are empty.
 *
 * @param at the minute
 * @param queue the queue's name
 * @param waiting how many messages were ready to be delivered
 * @param scheduled how many messages were not due yet
 * @param delivering how many messages were delivered and not acknowledged
 * @param consumers how many listeners there were
 */
public record QueueDepth(
        Instant at,
        String queue,
        OptionalLong waiting,
        OptionalLong scheduled,
        OptionalLong delivering,
        OptionalLong consumers) {}
