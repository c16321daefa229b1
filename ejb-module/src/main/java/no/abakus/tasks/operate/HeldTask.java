package no.abakus.tasks.operate;

import java.time.Instant;
import java.util.Optional;

/**
 * Why a worker sent a waiting task back to the broker.
 *
 * @param reason {@code rate-limit}, {@code paused}, {@code suspect} (the task was running when a server died),
 *     {@code claimed} (another delivery of the task may still be running), {@code memory}, or why no node could run it,
 *     such as {@code unknown-task}
 * @param turn the earliest time at which the task may start
 * @param since the time since which workers have been sending the task back for this reason; empty if unknown
 */
public record HeldTask(String reason, Instant turn, Optional<Instant> since) {

    /** The reason of a task that waits for its turn under a rate limit. */
    public static final String RATE_LIMIT = "rate-limit";

    /** The reason of a task that was delivered while it, its queue or its node was paused. */
    public static final String PAUSED = "paused";

    /** The reason of a task that was running when a server died. */
    public static final String SUSPECT = "suspect";

    /** The reason of a task that may still be running after another delivery. */
    public static final String CLAIMED = "claimed";

    /** The reason of a task whose arguments needed more memory than the node had free. */
    public static final String MEMORY = "memory";

    private static final String RETURNED = "returned";

    /**
     * Reads the mark that workers put on messages that they send back.
     *
     * @param mark the mark: one of the reasons above, {@code returned}, or the rate limit that granted the turn
     * @param returnedFor why no node could run the task, if the mark is {@code returned}
     */
    public static HeldTask of(String mark, Instant turn, Optional<String> returnedFor, Optional<Instant> since) {
        return switch (mark) {
            case PAUSED, SUSPECT, CLAIMED, MEMORY -> new HeldTask(mark, turn, since);
            case RETURNED -> new HeldTask(returnedFor.orElse(RETURNED), turn, since);
            default -> new HeldTask(RATE_LIMIT, turn, since);
        };
    }
}
