package no.abakus.tasks.limit;

import no.abakus.tasks.RateLimitScope;
import no.abakus.tasks.registry.RateLimit;

/**
 * Who gives turns. A node that was restarted has forgotten which turns it gave, so that those are void; another node's are as
 * good as its own, wherever their tasks are delivered in the end.
 *
 * @param node the node's name
 * @param run an id of this run of the node
 */
public record Grant(String node, String run) {

    /** The mark of a turn that is given here. */
    String of(RateLimit limit) {
        return limit.scope() == RateLimitScope.CLUSTER ? limit.toString() : limit + "|" + node + "|" + run;
    }

    /** Whether a turn with this mark holds under this limit. */
    boolean honours(String mark, RateLimit limit) {
        return mark.equals(of(limit))
                || (limit.scope() == RateLimitScope.NODE
                        && mark.startsWith(limit + "|")
                        && !mark.startsWith(limit + "|" + node + "|"));
    }
}
