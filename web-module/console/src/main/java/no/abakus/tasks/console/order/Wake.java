package no.abakus.tasks.console.order;

import java.util.List;
import no.abakus.tasks.operate.TaskControl;

/**
 * Nodes take tasks again.
 *
 * @param nodes the nodes that are told; all if none is named
 * @param timeout how many seconds their answers are waited for; 1 if null
 */
public record Wake(List<String> nodes, Double timeout) implements Order {

    @Override
    public Object give(TaskControl control) {
        return Order.answers(Members.at(control, nodes, timeout).wake());
    }
}
