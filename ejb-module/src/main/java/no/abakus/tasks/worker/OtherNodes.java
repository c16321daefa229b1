package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Other nodes that, during a rollout, may run tasks that this node cannot run.
 *
 * @param patience how long a task waits for such a node
 * @param areThere whether this node receives heartbeats from any other node
 */
public record OtherNodes(Duration patience, BooleanSupplier areThere) {}
