package no.abakus.tasks.spi;

import java.util.Optional;

/**
 * The tasks that a message asks to be sent when its task has ended, as JSON arrays of signatures:
 * {@code docs/wire-format.md}.
 *
 * @param link what follows success
 * @param linkError what follows failure
 */
public record FollowUps(Optional<String> link, Optional<String> linkError) {

    /** Nothing follows. */
    public static final FollowUps NONE = new FollowUps(Optional.empty(), Optional.empty());

    /** Whether nothing follows, whatever the outcome. */
    public boolean isEmpty() {
        return link.isEmpty() && linkError.isEmpty();
    }
}
