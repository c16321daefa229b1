package no.abakus.tasks.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.operate.Metric;
import no.abakus.tasks.operate.Metric.Kind;
import no.abakus.tasks.operate.Metric.Sample;
import no.abakus.tasks.operate.QueueState;

/**
 * The metrics of queues, as the broker reports them. All nodes report the same numbers, so use their maximum, not their
 * sum.
 */
final class QueueMetrics {

    private static final Log log = Log.get(QueueMetrics.class);

    private QueueMetrics() {}

    static List<Metric> of(CurrentFigures current) {
        List<Sample> messages = new ArrayList<>();
        List<Sample> consumers = new ArrayList<>();
        try {
            for (QueueState state : current.queues()) {
                add(messages, state.queue(), "waiting", state.waiting());
                add(messages, state.queue(), "scheduled", state.scheduled());
                add(messages, state.queue(), "delivering", state.delivering());
                state.consumers().ifPresent(count -> consumers.add(new Metric.Value(attributes(state.queue()), count)));
            }
            current.setAside().forEach((queue, count) -> add(messages, queue, "waiting", OptionalLong.of(count)));
        } catch (OperationalException e) {
            // The node's other metrics must still be returned, because they are needed most when the broker is
            // unavailable.
            log.debug("queue_metrics_unavailable", e);
        }
        return List.of(
                new Metric(
                        "abakus.queue.messages",
                        Kind.GAUGE,
                        "{message}",
                        "Messages in the queues of this application, as the broker reports them.",
                        messages),
                new Metric(
                        "abakus.queue.consumers",
                        Kind.GAUGE,
                        "{consumer}",
                        "Listeners of the queues of this application on all nodes, as the broker reports them.",
                        consumers));
    }

    private static void add(List<Sample> samples, String queue, String state, OptionalLong count) {
        count.ifPresent(known -> {
            Map<String, String> attributes = attributes(queue);
            attributes.put("abakus.message.state", state);
            samples.add(new Metric.Value(attributes, known));
        });
    }

    private static Map<String, String> attributes(String queue) {
        return new TreeMap<>(Map.of("messaging.system", "jms", "messaging.destination.name", queue));
    }
}
