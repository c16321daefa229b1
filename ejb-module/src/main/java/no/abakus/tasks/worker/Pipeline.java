package no.abakus.tasks.worker;

import java.util.List;
import java.util.ListIterator;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.message.MessageCodec;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.registry.TaskRegistry;

/** The life of one execution, step by step; {@code docs/task-lifecycle.md} tells it in words. */
final class Pipeline {

    private final Step.Rest line;

    private Pipeline(List<Step> steps) {
        Step.Rest rest = execution -> {
            throw new IllegalStateException("The last step has to end the line");
        };
        for (ListIterator<Step> i = steps.listIterator(steps.size()); i.hasPrevious(); ) {
            Step step = i.previous();
            Step.Rest after = rest;
            rest = execution -> step.apply(execution, after);
        }
        this.line = rest;
    }

    static Pipeline of(
            TaskRegistry registry,
            MessageCodec codec,
            Publisher publisher,
            TaskEvents events,
            RequestStack requests,
            TaskClock clock,
            String node) {
        return new Pipeline(List.of(
                new OpenLogScope(),
                new ReportRejection(events),
                new ResolveTask(registry),
                new DecodeArguments(codec),
                new ReportExecution(events, clock),
                new GrantRetry(publisher, clock),
                new InvokeTask(requests, node)));
    }

    Outcome run(Execution execution) {
        return line.apply(execution);
    }
}
