package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Other nodes that may run what this one cannot, during a rollout.
 *
 * @param patience how long a task waits for one of them
 * @param areThere whether this node hears from any other
 */
public record OtherNodes(Duration patience, BooleanSupplier areThere) {}
