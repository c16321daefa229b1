package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * A record that an execution has started and must not start again.
 *
 * @param id the task's id
 * @param execution the number of retries before it, which identifies the execution
 * @param task the task's name
 * @param node the node that started it
 * @param run the id of that node's run, from a start of its server until it stops
 * @param acknowledged whether its message is acknowledged, so that it is never redelivered
 * @param ended whether its outcome is stored
 * @param at when it started
 * @param expiresAt when the claim may be deleted
 * @param token the token of its message, if the message had one
 * @param deaths how often its message had become a dead letter and was sent again
 */
public record Claim(
        String id,
        int execution,
        String task,
        String node,
        String run,
        boolean acknowledged,
        boolean ended,
        Instant at,
        Instant expiresAt,
        Optional<String> token,
        int deaths) {}
