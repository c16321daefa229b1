package no.abakus.tasks.console.order;

import java.util.List;
import java.util.Optional;
import no.abakus.tasks.operate.TaskControl;

/**
 * Limits how often nodes start a task.
 *
 * @param task the task's name
 * @param rate the limit, such as {@code 100/m}; null for no limit
 * @param nodes the nodes that receive the order; all if none is named
 * @param timeout how many seconds to wait for their answers; 1 if null
 */
public record SetRateLimit(String task, String rate, List<String> nodes, Double timeout) implements Order {

    @Override
    public OrderResult give(TaskControl control) {
        Optional<String> limit = Optional.ofNullable(Members.bounded("rate", rate));
        return Order.answers(
                Members.at(control, nodes, timeout).rateLimit(Members.required("task", task), limit), nodes);
    }
}
