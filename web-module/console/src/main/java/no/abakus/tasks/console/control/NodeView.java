package no.abakus.tasks.console.control;

import java.time.Duration;
import no.abakus.tasks.operate.NodeStats;

/**
 * A node as clients see it.
 *
 * @param pingMs how many milliseconds its reply took; null if the reply came too late
 * @param stats the statistics it reported; null if there are none
 */
record NodeView(Double pingMs, NodeStats stats) {

    static NodeView of(Duration ping) {
        return new NodeView(ping.toNanos() / 1e6, null);
    }

    static NodeView of(NodeStats stats) {
        return new NodeView(null, stats);
    }

    NodeView with(NodeStats said) {
        return new NodeView(pingMs, said);
    }
}
