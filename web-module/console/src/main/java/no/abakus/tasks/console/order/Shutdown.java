package no.abakus.tasks.console.order;

import java.time.Duration;
import java.util.List;
import no.abakus.tasks.console.problem.ControlProblems;
import no.abakus.tasks.operate.TaskControl;

/**
 * Makes nodes accept no new tasks, and stops their servers when no task is running.
 *
 * @param grace how many seconds to wait for running tasks, up to a day; 300 if null
 * @param nodes the nodes that receive the order; all if none is named
 * @param timeout how many seconds to wait for their answers; 1 if null
 */
public record Shutdown(Double grace, List<String> nodes, Double timeout) implements Order {

    private static final Duration STANDARD_GRACE = Duration.ofMinutes(5);

    @Override
    public OrderResult give(TaskControl control) {
        if (grace != null && !(grace >= 0 && grace <= Duration.ofDays(1).toSeconds())) {
            throw ControlProblems.badOrder("grace takes seconds, from 0 to a day");
        }
        Duration patience = grace == null ? STANDARD_GRACE : Members.seconds(grace);
        return Order.answers(Members.at(control, nodes, timeout).shutdown(patience), nodes);
    }
}
