package no.abakus.tasks.limit;

import no.abakus.tasks.RateLimitScope;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.registry.RateLimit;

/**
 * Who grants turns. A restarted node has forgotten which turns it granted, so those are void. Another node's turns are
 * as good as its own, wherever their tasks are delivered in the end.
 *
 * @param node who gives them
 */
record Grant(NodeIdentity node) {

    /** The mark of a turn that is granted here. */
    String of(RateLimit limit) {
        return limit.scope() == RateLimitScope.CLUSTER
                ? limit.toString()
                : limit + "|" + node.name() + "|" + node.run();
    }

    /** Whether a turn with this mark is valid under this limit. */
    boolean honours(String mark, RateLimit limit) {
        return mark.equals(of(limit))
                || (limit.scope() == RateLimitScope.NODE
                        && mark.startsWith(limit + "|")
                        && !mark.startsWith(limit + "|" + node.name() + "|"));
    }
}
