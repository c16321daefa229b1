package no.abakus.tasks.port;

import java.time.Instant;
import java.util.Optional;

/**
 * The crash record of a task that was running when a server died.
 *
 * @param id the task's id
 * @param deaths how many crashes count against it
 * @param running where and when it was started again; empty before that
 * @param evidence the observations at those crashes, in words
 * @param expiresAt when the record may be deleted
 */
public record Suspicion(String id, int deaths, Optional<Begun> running, String evidence, Instant expiresAt) {

    /** The node where it was started, and when. */
    public record Begun(String node, Instant at) {}
}
