package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Records that an execution has begun and must never begin again.
 *
 * @param id the task's id
 * @param execution its number of retries, which identifies the execution
 * @param task the task's name
 * @param node the node that began it
 * @param run the run of that node: one start of its server until it ends
 * @param acknowledged whether its message is acknowledged, so that it is never redelivered
 * @param ended whether its outcome is stored
 * @param at when it began
 * @param expiresAt when the claim may be deleted
 * @param token the token of its message, if that had one
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
        Optional<String> token) {}
