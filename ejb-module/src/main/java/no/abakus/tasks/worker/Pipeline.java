package no.abakus.tasks.worker;

import java.util.List;
import java.util.ListIterator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.abakus.tasks.Acks;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.spi.Rejection;

/** The steps of one execution in order. {@code docs/task-lifecycle.md} describes them. */
final class Pipeline {

    private static final Predicate<Execution> TRANSACTED = one -> one.acks().acks() == Acks.TRANSACTED;

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

    static Pipeline of(WorkerParts parts, Settlements settlements, Unsettled unsettled) {
        List<Step> outermost = outermost(parts, settlements);
        Step handOver = new HandOver(parts.crash().slots(), parts.crash().claims(), rest -> chain(outermost, rest));
        List<Step> all = Stream.of(
                        outermost,
                        admission(parts),
                        claim(parts, settlements, unsettled),
                        List.of(handOver),
                        settlement(parts, settlements),
                        body(parts))
                .flatMap(List::stream)
                .toList();
        return new Pipeline(
                chain(all, unreached -> {
                    throw new IllegalStateException("The last step must end the execution");
                }),
                outermost);
    }

    /** Around everything, also around what a slot runs later: the log context and the outcomes of tasks that never ran. */
    private static List<Step> outermost(WorkerParts parts, Settlements settlements) {
        return List.of(
                new OpenLogScope(),
                new SettleDeadLetter(settlements, parts.outcomes().events()),
                new EndUnexpected());
    }

    /** Whether the task may run here and now, and with which arguments. */
    private static List<Step> admission(WorkerParts parts) {
        WorkerParts.Admission admission = parts.admission();
        CrashProtection crash = parts.crash();
        Publisher publisher = parts.messages().publisher();
        TaskEvents events = parts.outcomes().events();
        TaskClock clock = parts.clock();
        SuspectTurn turn = new SuspectTurn(crash.suspects(), publisher, clock);
        GuardDecoding guard = new GuardDecoding(crash.suspects(), crash.trace(), turn);
        return List.of(
                new EndExpired(clock),
                new EndRevoked(admission.orders()),
                new WaitWhilePaused(admission.orders(), admission.intake(), publisher, events, clock),
                new AwaitAnotherNode(admission.others(), publisher, events, clock),
                new ResolveTask(parts.messages().registry()),
                new DecodeArguments(parts.messages().codec(), guard, publisher, clock),
                new CheckFollowUps(parts.messages().workflow()),
                new ApplyRateLimit(admission.limits(), publisher, events),
                new GuardNode(crash.suspects(), turn),
                new AwaitSlot(crash.slots()));
    }

    /** Whether this delivery is the one that starts the task. */
    private static List<Step> claim(WorkerParts parts, Settlements settlements, Unsettled unsettled) {
        TaskEvents events = parts.outcomes().events();
        return List.of(
                new ClaimOnce(
                        parts.crash().claims(), settlements, parts.messages().publisher(), unsettled, events),
                new ClaimExecution(parts.outcomes().records(), events));
    }

    /** What is recorded and reported about the execution, from the outside to the inside. */
    private static List<Step> settlement(WorkerParts parts, Settlements settlements) {
        WorkerParts.Bodies bodies = parts.bodies();
        CrashProtection crash = parts.crash();
        TaskEvents events = parts.outcomes().events();
        TaskClock clock = parts.clock();
        return List.of(
                new RecordRunning(crash.trace(), crash.suspects()),
                new TrackRunning(bodies.running(), bodies.time().limits()),
                // Checked again: a revocation that arrived in between did not find the task running.
                new EndRevoked(parts.admission().orders()),
                new TraceRun(bodies.tracing()),
                new CallHooks(bodies.hooks(), clock, parts.node()),
                new ReportExecution(events, clock),
                new SettleExecution(settlements),
                // A transaction belongs to its thread. So if one covers the task and its record, all of it runs on the
                // task's thread.
                new EnforceHardLimit(TRANSACTED, bodies.time(), events, clock),
                new RunInTransaction(crash.transactions(), settlements));
    }

    /** The task method, and what its result or exception means. */
    private static List<Step> body(WorkerParts parts) {
        WorkerParts.Bodies bodies = parts.bodies();
        TaskEvents events = parts.outcomes().events();
        TaskClock clock = parts.clock();
        return List.of(
                new CheckRevocation(parts.admission().orders()),
                new ReturnWithoutConnection(parts.failures().connection(), clock),
                new GrantRetry(new RetryDelay(parts.failures().chance()), clock),
                new StoreResult(parts.outcomes().results()),
                new HandleControlExceptions(clock),
                new HandleInterruption(clock),
                new EnforceHardLimit(TRANSACTED.negate(), bodies.time(), events, clock),
                new ShieldBody(bodies.time().shields()),
                new EnforceSoftLimit(bodies.time().alarms(), events),
                new InvokeTask(bodies.requests(), parts.node(), clock));
    }

    Outcome run(Execution execution) {
        return line.apply(execution);
    }

    /** Rejects an execution that was abandoned before it was complete. */
    void reject(Execution execution, Rejection rejection) {
        chain(outermost, unread -> new Outcome.Rejected(rejection)).apply(execution);
    }
}
