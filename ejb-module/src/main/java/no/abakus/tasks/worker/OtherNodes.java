package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Other nodes that, during a rollout, may run tasks that this node cannot run.
 *
 * @param patience how long a task waits for such a node
 * @param areThere whether this node receives heartbeats from any other node
 * @param have whether another live node is known to have the task of this name
 */
public record OtherNodes(Duration patience, BooleanSupplier areThere, Predicate<String> have) {}
