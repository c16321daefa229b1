package no.abakus.tasks.worker;

import java.time.Duration;
import java.time.Instant;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskArgumentException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.message.DecodingMemory;
import no.abakus.tasks.message.MessageCodec;
import no.abakus.tasks.message.NoMemoryNowException;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.registry.ArgumentBinder;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.spi.Hold;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.Rejection.Reason;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.UnreadableMessageException;

/**
 * Decodes the message body into the task's arguments. If the arguments do not fit the task, the message may go back to
 * the broker, because another node may accept them. The task's share of the decoding memory is released when the
 * remaining steps have returned. If there is not enough memory now, the message is redelivered a little later.
 */
final class DecodeArguments implements Step {

    /** The delay before a message is redelivered if there was not enough memory for it. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final MessageCodec codec;
    private final GuardDecoding guard;
    private final AnotherNode anotherNode;
    private final Publisher publisher;
    private final TaskClock clock;

    DecodeArguments(
            MessageCodec codec, GuardDecoding guard, AnotherNode anotherNode, Publisher publisher, TaskClock clock) {
        this.codec = codec;
        this.guard = guard;
        this.anotherNode = anotherNode;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        try (DecodingMemory.Share share = codec.share()) {
            Decoded decoded = guard.concerns(execution)
                    ? guard.guarded(execution, () -> decode(execution, share))
                    : decode(execution, share);
            return decoded instanceof Decoded.Ready ready
                    ? rest.apply(ready.execution())
                    : ended(execution, ((Decoded.Ended) decoded).outcome());
        } catch (NoMemoryNowException e) {
            Instant then = clock.now().plus(PAUSE);
            publisher.hold(execution.delivery().route(), execution.message(), new Hold(then, then, "memory"));
            return new Outcome.Held();
        }
    }

    private Outcome ended(Execution execution, Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected
                ? anotherNode.instead(execution, rejected.rejection())
                : outcome;
    }

    private Decoded decode(Execution execution, DecodingMemory.Share share) {
        TaskDefinition task = execution.definition();
        try {
            TaskArguments arguments = codec.decode(execution.message(), task.parameters(), share);
            return new Decoded.Ready(execution.withArguments(arguments, ArgumentBinder.bind(task, arguments)));
        } catch (UnreadableMessageException e) {
            return new Decoded.Ended(new Outcome.Rejected(e.rejection()));
        } catch (TaskArgumentException e) {
            return new Decoded.Ended(new Outcome.Rejected(new Rejection(Reason.ARGUMENTS, e.getMessage())));
        } catch (OutOfMemoryError e) {
            // This error hits the last allocation, not the allocation that used up the memory. So the message may not
            // be the cause, and it is redelivered. If the message is the cause, the redelivery limit ends the task.
            throw new OperationalException("There was not enough memory to read the body of task " + task.name(), e);
        }
    }
}
