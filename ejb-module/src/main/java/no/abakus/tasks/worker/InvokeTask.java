package no.abakus.tasks.worker;

import no.abakus.tasks.registry.TaskTarget;

/** Calls the body, awaits a result that comes later, and restores the thread to its previous state. The last step. */
final class InvokeTask implements Step {

    private final RequestStack requests;
    private final String node;

    InvokeTask(RequestStack requests, String node) {
        this.requests = requests;
        this.node = node;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        TaskTarget target = execution.definition().target();
        Thread thread = Thread.currentThread();
        ClassLoader loaderBefore = thread.getContextClassLoader();
        requests.handOver(new RunningRequest(execution, node));
        execution.running().begin();
        try {
            return new Outcome.Succeeded(Awaited.value(target.invoke(execution.bound())));
        } catch (Throwable thrown) {
            // Whatever a body throws is the outcome of its task; the thread goes on to the next one.
            return new Outcome.Failed(thrown);
        } finally {
            execution.running().finish();
            requests.withdraw();
            thread.setContextClassLoader(loaderBefore);
            // No more interrupts will come. One that the body has left behind must not disturb the broker or the next
            // task.
            if (Thread.interrupted()) {
                execution.running().leaveInterrupted();
            }
        }
    }
}
