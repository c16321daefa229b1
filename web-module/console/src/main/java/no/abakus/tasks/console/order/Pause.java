package no.abakus.tasks.console.order;

import java.util.List;
import no.abakus.tasks.operate.TaskControl;

/**
 * Keeps the tasks in a queue, or all tasks with a certain name, from starting on any node until they are resumed.
 *
 * @param queue the queue's name, or null
 * @param task the task's name, or null
 * @param nodes without effect, because the order goes to all nodes
 * @param timeout without effect, because the order does not wait for answers
 */
public record Pause(String queue, String task, List<String> nodes, Double timeout) implements Order {

    @Override
    public OrderResult give(TaskControl control) {
        TaskControl some = Members.at(control, nodes, timeout);
        PauseTarget target = PauseTarget.of("pause", queue, task);
        if (target.isQueue()) {
            some.pauseQueue(target.name());
        } else {
            some.pauseTask(target.name());
        }
        return new OrderResult.Paused(true);
    }
}
