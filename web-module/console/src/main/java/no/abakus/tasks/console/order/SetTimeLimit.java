package no.abakus.tasks.console.order;

import java.util.List;
import no.abakus.tasks.operate.TaskControl;

/**
 * Limits how long a task may take, from its next execution on.
 *
 * @param task the task's name
 * @param soft after how many seconds the task is interrupted; null for never
 * @param hard after how many seconds the task is abandoned; null for never
 * @param nodes the nodes that receive the order; all if none is named
 * @param timeout how many seconds to wait for their answers; 1 if null
 */
public record SetTimeLimit(String task, Double soft, Double hard, List<String> nodes, Double timeout) implements Order {

    @Override
    public OrderResult give(TaskControl control) {
        return Order.answers(
                Members.at(control, nodes, timeout)
                        .timeLimit(
                                Members.required("task", task), Members.span("soft", soft), Members.span("hard", hard)),
                nodes);
    }
}
