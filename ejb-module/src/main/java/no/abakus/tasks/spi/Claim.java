package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * A record that an execution has started and must not start again.
 *
 * @param id the task's id
 * @param execution the number of retries before the execution, which identifies the execution
 * @param task the task's name
 * @param node the node that started the execution
 * @param run the id of the node's run, which lasts from a start of its server until the server stops
 * @param acknowledged whether the message is acknowledged, so that it is never redelivered
 * @param ended whether the outcome is stored
 * @param at when the execution started
 * @param expiresAt when the claim may be deleted
 * @param token the token of the message, if the message had one
 * @param deaths how often the message had become a dead letter and been sent again
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
