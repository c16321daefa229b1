package no.abakus.tasks.operate;

import java.util.List;

/**
 * Tasks that wait at the broker, as far as they were read.
 *
 * @param tasks the tasks, queue by queue
 * @param complete whether all tasks were certainly read
 */
public record WaitingTasks(List<WaitingTask> tasks, boolean complete) {

    public WaitingTasks {
        tasks = List.copyOf(tasks);
    }

    /** Returns the first ones of a list that is complete if it has fewer tasks than this. */
    static WaitingTasks first(int most, List<WaitingTask> tasks) {
        return new WaitingTasks(tasks.subList(0, Math.min(most, tasks.size())), tasks.size() < most);
    }
}
