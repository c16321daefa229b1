package no.abakus.tasks.spi;

import java.util.Optional;

/**
 * The tasks to send when a message's task has ended, as JSON arrays of signatures. See {@code docs/wire-format.md}.
 *
 * @param link the tasks to send after success
 * @param linkError the tasks to send after failure
 */
public record FollowUps(Optional<String> link, Optional<String> linkError) {

    /** No tasks to send. */
    public static final FollowUps NONE = new FollowUps(Optional.empty(), Optional.empty());

    /** Whether there are no tasks to send for any outcome. */
    public boolean isEmpty() {
        return link.isEmpty() && linkError.isEmpty();
    }
}
