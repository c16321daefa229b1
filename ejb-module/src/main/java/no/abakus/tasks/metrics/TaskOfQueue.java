package no.abakus.tasks.metrics;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** A task and the queue that it is sent to or comes from. */
public record TaskOfQueue(String queue, String task) {

    /** Stands for tasks and queues beyond the limit, and for tasks that this node does not know. */
    static final String OTHER = "other";

    static final Comparator<TaskOfQueue> ORDER =
            Comparator.comparing(TaskOfQueue::queue).thenComparing(TaskOfQueue::task);

    /** Returns the attributes of this pair, and more attributes that are given as alternating names and values. */
    Map<String, String> attributes(String... more) {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("messaging.system", "jms");
        attributes.put("messaging.destination.name", queue);
        attributes.put("abakus.task.name", task);
        for (int i = 0; i < more.length; i += 2) {
            attributes.put(more[i], more[i + 1]);
        }
        return attributes;
    }
}
