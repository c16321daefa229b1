package no.abakus.tasks.worker;

import java.util.List;
import java.util.ListIterator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.abakus.tasks.Acks;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.message.MessageCodec;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.result.ResultCodec;
import no.abakus.tasks.result.TaskRecords;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.workflow.WorkflowAdvance;

/** The steps of one execution in order. {@code docs/task-lifecycle.md} describes them. */
final class Pipeline {

    private final Step.Rest line;
    private final List<Step> outermost;

    private Pipeline(Step.Rest line, List<Step> outermost) {
        this.line = line;
        this.outermost = outermost;
    }

    private static Step.Rest chain(List<Step> steps, Step.Rest end) {
        Step.Rest rest = end;
        for (ListIterator<Step> i = steps.listIterator(steps.size()); i.hasPrevious(); ) {
            Step step = i.previous();
            Step.Rest after = rest;
            rest = execution -> step.apply(execution, after);
        }
        return rest;
    }

    static Pipeline of(
            TaskRegistry registry,
            MessageCodec codec,
            Publisher publisher,
            WorkflowAdvance workflow,
            ResultCodec results,
            Settlements settlements,
            Unsettled unsettled,
            TaskRecords records,
            TaskEvents events,
            RequestStack requests,
            TaskClock clock,
            String node,
            WorkerParts seams) {
        CrashProtection crash = seams.crash();
        SuspectTurn turn = new SuspectTurn(crash.suspects(), publisher, clock);
        GuardDecoding guard = new GuardDecoding(crash.suspects(), crash.trace(), turn);
        List<Step> outermost =
                List.of(new OpenLogScope(), new SettleDeadLetter(settlements, events), new EndUnexpected());
        List<Step> before = List.of(
                new EndExpired(clock),
                new EndRevoked(seams.orders()),
                new WaitWhilePaused(seams.orders(), seams.intake(), publisher, events, clock),
                new AwaitAnotherNode(seams.others(), publisher, events, clock),
                new ResolveTask(registry),
                new DecodeArguments(codec, guard, publisher, clock),
                new CheckFollowUps(workflow),
                new ApplyRateLimit(seams.limits(), publisher, events),
                new GuardNode(crash.suspects(), turn),
                new AwaitSlot(crash.slots()),
                new ClaimOnce(crash.claims(), settlements, publisher, unsettled, events),
                new ClaimExecution(records, events),
                new HandOver(crash.slots(), crash.claims(), rest -> chain(outermost, rest)));
        Predicate<Execution> transacted = one -> one.acks().acks() == Acks.TRANSACTED;
        List<Step> execution = List.of(
                new RecordRunning(crash.trace(), crash.suspects()),
                new TrackRunning(seams.running(), seams.time().limits()),
                // Checked again: a revocation that arrived in between did not find the task running.
                new EndRevoked(seams.orders()),
                new CallHooks(seams.hooks(), clock, node),
                new ReportExecution(events, clock),
                new SettleExecution(settlements),
                // A transaction belongs to its thread. So if one covers the task and its record, all of it runs on the
                // task's thread.
                new EnforceHardLimit(transacted, seams.time(), events, clock),
                new RunInTransaction(crash.transactions(), settlements),
                new CheckRevocation(seams.orders()),
                new ReturnWithoutConnection(seams.connectionFailure(), clock),
                new GrantRetry(new RetryDelay(seams.chance()), clock),
                new StoreResult(results),
                new HandleControlExceptions(clock),
                new HandleInterruption(clock),
                new EnforceHardLimit(transacted.negate(), seams.time(), events, clock),
                new ShieldBody(seams.time().shields()),
                new EnforceSoftLimit(seams.time().alarms(), events),
                new InvokeTask(requests, node));
        List<Step> all =
                Stream.of(outermost, before, execution).flatMap(List::stream).toList();
        return new Pipeline(
                chain(all, unreached -> {
                    throw new IllegalStateException("The last step must end the execution");
                }),
                outermost);
    }

    Outcome run(Execution execution) {
        return line.apply(execution);
    }

    /** Rejects an execution that was abandoned before it was complete. */
    void reject(Execution execution, Rejection rejection) {
        chain(outermost, unread -> new Outcome.Rejected(rejection)).apply(execution);
    }
}
