package no.abakus.tasks.worker;

import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.registry.TaskTarget;

/** The last step: calls the task method, waits for an asynchronous result, and restores the thread's previous state. */
final class InvokeTask implements Step {

    private final RequestStack requests;
    private final String node;
    private final TaskClock clock;

    InvokeTask(RequestStack requests, String node, TaskClock clock) {
        this.requests = requests;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        TaskTarget target = execution.definition().target();
        Thread thread = Thread.currentThread();
        ClassLoader loaderBefore = thread.getContextClassLoader();
        requests.handOver(new RunningRequest(execution, node, clock));
        execution.running().begin();
        try {
            return new Outcome.Succeeded(Awaited.value(target.invoke(execution.bound())));
        } catch (Throwable thrown) {
            // Anything that a task method throws is the task's outcome. The thread continues with the next task.
            return new Outcome.Failed(thrown);
        } finally {
            execution.running().finish();
            requests.withdraw();
            thread.setContextClassLoader(loaderBefore);
            // From here on the task is not interrupted. A pending interrupt must not disturb the broker or the next
            // task.
            if (Thread.interrupted()) {
                execution.running().leaveInterrupted();
            }
        }
    }
}
