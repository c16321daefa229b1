package no.abakus.cli.command;

import no.abakus.cli.rest.Call;
import picocli.CommandLine.Option;

/** The queue or the task that a command concerns. */
final class Target {

    @Option(names = "--queue", required = true, paramLabel = "NAME", description = "A queue.")
    private String queue;

    @Option(names = "--task", required = true, paramLabel = "NAME", description = "A task, by its whole name.")
    private String task;

    Call call(String order) {
        return queue == null ? Call.of("tasks", task, order) : Call.of("queues", queue, order);
    }

    String name() {
        return queue == null ? "Task " + task : "Queue " + queue;
    }
}
