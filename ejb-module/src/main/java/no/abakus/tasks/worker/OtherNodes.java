package no.abakus.tasks.worker;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Nodes that may run what this one cannot, while a new release is rolled out.
 *
 * @param patience how long a task waits for one of them
 * @param areThere whether this node hears any other
 */
public record OtherNodes(Duration patience, BooleanSupplier areThere) {}
