package no.abakus.tasks.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a task that was running when a server died.
 *
 * @param id the task's id
 * @param deaths how many deaths count against it
 * @param running where and when it was begun once more; empty while it waits for that
 * @param evidence what was seen of it at those deaths, for a human
 * @param expiresAt from when on this may be deleted
 */
public record Suspicion(String id, int deaths, Optional<Begun> running, String evidence, Instant expiresAt) {

    /** On which node it was begun, and when. */
    public record Begun(String node, Instant at) {}
}
