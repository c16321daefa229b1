package no.abakus.tasks.limit;

import no.abakus.tasks.RateLimitScope;
import no.abakus.tasks.config.NodeIdentity;
import no.abakus.tasks.registry.RateLimit;

/**
 * Identifies the node that grants turns. A restarted node has forgotten the turns it granted, so those are void.
 * Another node's turns are as valid as this node's own, wherever their tasks are finally delivered.
 *
 * @param node the node that grants the turns
 */
record Grant(NodeIdentity node) {

    /** The mark of a turn that this node grants. */
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
