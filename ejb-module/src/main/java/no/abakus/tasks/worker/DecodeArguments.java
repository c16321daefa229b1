package no.abakus.tasks.worker;

import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.message.MessageCodec;
import no.abakus.tasks.registry.ArgumentBinder;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.UnreadableMessageException;

/** Reads the body as the task's parameters want it. */
final class DecodeArguments implements Step {

    private final MessageCodec codec;

    DecodeArguments(MessageCodec codec) {
        this.codec = codec;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        TaskDefinition task = execution.definition();
        Execution decoded;
        try {
            TaskArguments arguments = codec.decode(execution.message(), task.parameters());
            decoded = execution.withArguments(arguments, ArgumentBinder.bind(task, arguments));
        } catch (UnreadableMessageException e) {
            return new Outcome.Rejected(e.rejection());
        } catch (TaskArgumentException e) {
            return new Outcome.Rejected(new Rejection(Reason.ARGUMENTS, e.getMessage()));
        }
        return rest.apply(decoded);
    }
}
