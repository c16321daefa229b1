package no.abakus.tasks.operate;

import java.util.List;

/**
 * The figures of this node: tasks sent, run and waiting. Inject it into any bean, to show them at an address of the
 * application or to pass them to a monitoring library. Thread-safe.
 *
 * <pre>{@code
 * @Inject TaskMetrics metrics;
 *
 * @GET
 * @Produces("text/plain; version=0.0.4")
 * public String metrics() {
 *     return metrics.toPrometheus();
 * }
 * }</pre>
 *
 * <p>Task names from other senders cannot add samples: a task that this node does not know counts as {@code other}.
 */
public interface TaskMetrics {

    /**
     * Returns all current figures, in a fixed order. Asks the broker for the lengths of queues; if the broker does not
     * respond, the metrics of queues have no samples.
     */
    List<Metric> read();

    /** Returns the same figures in Prometheus's text format, version 0.0.4. */
    String toPrometheus();
}
