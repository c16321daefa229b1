package no.abakus.tasks.port;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known about a task that was running when a server died.
 *
 * @param id the task's id
 * @param deaths how many crashes count against it
 * @param running where and when it was begun again; empty while it waits for that
 * @param evidence what was observed at those crashes, in words
 * @param expiresAt when this may be deleted
 */
public record Suspicion(String id, int deaths, Optional<Begun> running, String evidence, Instant expiresAt) {

    /** The node where it was begun, and when. */
    public record Begun(String node, Instant at) {}
}
