package no.abakus.tasks.engine;

import java.util.List;
import java.util.Optional;
import no.abakus.tasks.Tasks;
import no.abakus.tasks.config.TaskSystemConfig;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.message.JsonTaskSerializer;
import no.abakus.tasks.port.NewsListener;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.result.NotedRevoking;
import no.abakus.tasks.result.ResultCodec;
import no.abakus.tasks.result.ResultWaiters;
import no.abakus.tasks.result.Results;

/** An engine that sends tasks and reads their results, but runs no tasks. Thread-safe. */
public final class SendingEngine {

    private final Tasks tasks;
    private final ResultWaiters waiters;

    private SendingEngine(Tasks tasks, ResultWaiters waiters) {
        this.tasks = tasks;
        this.waiters = waiters;
    }

    /** Creates an engine that knows these tasks, and sends calls of other tasks by name without checks. */
    public static SendingEngine of(
            TaskSystemConfig config, Formats formats, List<TaskDefinition> definitions, SendingPlatform platform) {
        TaskRegistry registry = TaskRegistry.incomplete(definitions);
        Sending sending = new Sending(
                config,
                formats,
                registry,
                new TaskEvents(List.of(TaskEvents.logLines())),
                platform.transport(),
                unsent -> {},
                (route, message) -> {},
                Optional::empty,
                platform);
        ResultWaiters waiters = new ResultWaiters(platform.results(), platform.later());
        Results results = new Results(
                platform.results(),
                new ResultCodec(new JsonTaskSerializer(), config.results()),
                waiters,
                registry,
                // This program cannot notify the nodes, so they find these revocations when they reread the store.
                new NotedRevoking(
                        platform.results(),
                        platform.orders(),
                        platform.sources().clock(),
                        config.control().revocationRetention()),
                platform.transactions(),
                () -> false,
                platform.sources().clock());
        return new SendingEngine(sending.client(results), waiters);
    }

    /** The API for senders. */
    public Tasks tasks() {
        return tasks;
    }

    /** The listener that is notified of ended tasks and wakes the callers that wait for them. */
    public NewsListener news() {
        return waiters;
    }
}
