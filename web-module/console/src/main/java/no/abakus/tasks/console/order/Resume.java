package no.abakus.tasks.console.order;

import java.util.List;
import no.abakus.tasks.operate.TaskControl;

/**
 * Lets the tasks in a queue, or all tasks with a certain name, start again.
 *
 * @param queue the queue's name, or null
 * @param task the task's name, or null
 * @param nodes without effect, because all nodes resume
 * @param timeout without effect, because the order does not wait for answers
 */
public record Resume(String queue, String task, List<String> nodes, Double timeout) implements Order {

    @Override
    public OrderResult give(TaskControl control) {
        TaskControl some = Members.at(control, nodes, timeout);
        PauseTarget target = PauseTarget.of("resume", queue, task);
        boolean wasPaused = target.isQueue() ? some.resumeQueue(target.name()) : some.resumeTask(target.name());
        return new OrderResult.Resumed(false, wasPaused);
    }
}
