package no.abakus.tasks.limit;

import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.RateLimitScope;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.config.Seals;
import no.abakus.tasks.registry.RateLimit;
import no.abakus.tasks.spi.Hold;

/**
 * Marks the turns that this node grants, and checks the turns that tasks bring along. Under a limit per node, a turn
 * from an earlier run of this node is invalid, because a restarted node no longer knows the turns that it granted. A
 * turn from another node is valid, because the broker may deliver the task to any node. Each turn carries a seal for
 * its task. Otherwise, any sender could write a turn into a message.
 *
 * @param node this node
 * @param seals creates and checks seals
 */
record Grant(NodeIdentity node, Seals seals) {

    private static final String PURPOSE = "turn";
    private static final char SEPARATOR = '|';

    /**
     * A turn that a node has granted.
     *
     * @param at when the task may start
     * @param mark the limit and, under a limit per node, the node that granted the turn
     */
    record Turn(Instant at, String mark) {}

    /** The mark of the turns that this node grants under this limit. */
    String mark(RateLimit limit) {
        return limit.scope() == RateLimitScope.CLUSTER
                ? limit.toString()
                : limit.toString() + SEPARATOR + node.name() + SEPARATOR + node.run();
    }

    /** The mark of this turn, followed by its seal for this task. */
    String sealed(String task, Turn turn) {
        return turn.mark() + SEPARATOR + seals.of(PURPOSE, task, turn.at().toString(), turn.mark());
    }

    /**
     * The turn that a node granted to this task under this limit; empty if the task has no turn, or if its turn is not
     * valid.
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
