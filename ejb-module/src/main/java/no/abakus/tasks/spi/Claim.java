package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * That an execution has begun which is never to begin again.
 *
 * @param id the task's id
 * @param execution its number of retries, which says which execution it is
 * @param task the task's name
 * @param node the node that has begun it
 * @param run the run of that node, from one start of its server to the end of it
 * @param acknowledged whether its message is acknowledged, so that nothing brings it back
 * @param ended whether its outcome is kept
 * @param at when it began
 * @param expiresAt from when on the claim may be deleted
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
