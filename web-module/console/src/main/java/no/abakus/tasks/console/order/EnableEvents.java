package no.abakus.tasks.console.order;

import java.util.List;
import no.abakus.tasks.operate.TaskControl;

/**
 * Makes nodes publish monitoring events until they are restarted.
 *
 * @param nodes the nodes that receive the order; all if none is named
 * @param timeout how many seconds to wait for their answers; 1 if null
 */
public record EnableEvents(List<String> nodes, Double timeout) implements Order {

    @Override
    public OrderResult give(TaskControl control) {
        return Order.answers(Members.at(control, nodes, timeout).enableEvents(), nodes);
    }
}
