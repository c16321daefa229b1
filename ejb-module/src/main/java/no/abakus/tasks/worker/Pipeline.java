package no.abakus.tasks.worker;

import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import no.abakus.tasks.crash.Suspects;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.spi.Rejection;

/**
 * The lines of steps that executions go through. Each task has two lines, one for plain messages and one for all
 * others. A line contains only the steps that its task needs. The lines are made at startup, and again when a limit of
 * the task changes. Thread-safe.
 */
final class Pipeline {

    /** The lines of one task: for its plain messages, and for all others. */
    private record Lines(Step.Rest plain, Step.Rest full) {}

    private final Map<String, Lines> lines = new ConcurrentHashMap<>();
    private final List<Step> all;
    private final List<Step> outermost;
    private final Step.Rest unknown;
    private final TaskRegistry registry;
    private final Suspects suspects;

    Pipeline(WorkerParts parts, Settlements settlements, Unsettled unsettled) {
        this.all = Steps.all(parts, settlements, unsettled);
        this.outermost = Steps.outermost(parts, settlements);
        this.unknown = line(Steps.unknown(parts, settlements));
        this.suspects = parts.crash().suspects();
        this.registry = parts.messages().registry();
        registry.all().forEach(task -> lines.put(task.name(), lines(task)));
        Consumer<String> remake = name -> lines.computeIfPresent(name, (known, before) -> lines(task(known)));
        parts.admission().limits().whenChanged(remake);
        parts.bodies().time().limits().whenChanged(remake);
    }

    private TaskDefinition task(String name) {
        return registry.find(name).orElseThrow();
    }

    private Lines lines(TaskDefinition task) {
        return new Lines(line(steps(task, true)), line(steps(task, false)));
    }

    private List<Step> steps(TaskDefinition task, boolean isPlain) {
        LineTraits line = new LineTraits(task, isPlain);
        return all.stream().filter(step -> step.appliesTo(line)).toList();
    }

    /** The names of the steps of a task, for its plain messages or for all others. */
    List<String> steps(String task, boolean isPlain) {
        return steps(task(task), isPlain).stream()
                .map(step -> step.getClass().getSimpleName())
                .toList();
    }

    private static Step.Rest line(List<Step> steps) {
        return chain(steps, unreached -> {
            throw new IllegalStateException("The last step must end the execution");
        });
    }

    /** Chains these steps. The last one continues with {@code end}. */
    static Step.Rest chain(List<Step> steps, Step.Rest end) {
        Step.Rest rest = end;
        for (ListIterator<Step> i = steps.listIterator(steps.size()); i.hasPrevious(); ) {
            Step step = i.previous();
            Step.Rest after = rest;
            rest = execution -> step.apply(execution, after);
        }
        return rest;
    }

    Outcome run(Execution execution) {
        return line(execution).apply(execution);
    }

    private Step.Rest line(Execution execution) {
        if (execution.definition() == null) {
            return unknown;
        }
        Lines ofTask = lines.get(execution.definition().name());
        return LineTraits.isPlain(execution.delivery(), suspects) ? ofTask.plain() : ofTask.full();
    }

    /** Rejects an execution whose message could not be handled and has no redeliveries left. */
    void reject(Execution execution, Rejection rejection) {
        chain(outermost, unread -> new Outcome.Rejected(rejection)).apply(execution);
    }
}
