package no.abakus.tasks.limit;

import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.RateLimitScope;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.Seals;
import no.abakus.tasks.registry.RateLimit;
import no.abakus.tasks.spi.Hold;

/**
 * Identifies the node that grants turns. A restarted node has forgotten the turns that it granted, so those turns are
 * void. A turn from another node is as valid as one from this node, wherever its task is finally delivered. A turn is
 * sealed for its task, because any sender can write a turn into a message.
 *
 * @param node the node that grants the turns
 * @param seals the seals of the nodes
 */
record Grant(NodeIdentity node, Seals seals) {

    private static final String PURPOSE = "turn";
    private static final char SEPARATOR = '|';

    /**
     * A turn that a node has granted.
     *
     * @param at the time of the turn
     * @param mark the limit, and the node that granted the turn
     */
    record Turn(Instant at, String mark) {}

    /** The mark of a turn that this node grants. */
    String mark(RateLimit limit) {
        return limit.scope() == RateLimitScope.CLUSTER
                ? limit.toString()
                : limit.toString() + SEPARATOR + node.name() + SEPARATOR + node.run();
    }

    /** The mark of this turn with its seal. */
    String sealed(String task, Turn turn) {
        return turn.mark() + SEPARATOR + seals.of(PURPOSE, task, turn.at().toString(), turn.mark());
    }

    /**
     * The turn that this task got from a node under this limit; empty if the task has no turn, or if no node granted
     * the turn that the task claims.
     */
    Optional<Turn> turn(String task, Hold hold, RateLimit limit) {
        int end = hold.grant().lastIndexOf(SEPARATOR);
        if (end < 0) {
            return Optional.empty();
        }
        Turn turn = new Turn(hold.slot(), hold.grant().substring(0, end));
        String seal = hold.grant().substring(end + 1);
        return honours(turn.mark(), limit)
                        && seals.isValid(seal, PURPOSE, task, turn.at().toString(), turn.mark())
                ? Optional.of(turn)
                : Optional.empty();
    }

    private boolean honours(String mark, RateLimit limit) {
        return mark.equals(mark(limit))
                || (limit.scope() == RateLimitScope.NODE
                        && mark.startsWith(limit.toString() + SEPARATOR)
                        && !mark.startsWith(limit.toString() + SEPARATOR + node.name() + SEPARATOR));
    }
}
