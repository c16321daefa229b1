package no.abakus.tasks.worker;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.abakus.tasks.Acks;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.publish.Publisher;

/** Lists all steps of executions in order. {@code docs/task-lifecycle.md} describes them. */
final class Steps {

    private static final Predicate<Acks> TRANSACTED = acks -> acks == Acks.TRANSACTED;

    private Steps() {}

    /** The steps of known tasks. {@link Pipeline} selects the steps that apply to a task. */
    static List<Step> all(WorkerParts parts, Settlements settlements, Unsettled unsettled) {
        List<Step> outermost = outermost(parts, settlements);
        Step handOver =
                new HandOver(parts.crash().slots(), parts.crash().claims(), rest -> Pipeline.chain(outermost, rest));
        return Stream.of(
                        outermost,
                        orders(parts),
                        admission(parts),
                        claim(parts, settlements, unsettled),
                        List.of(handOver),
                        settlement(parts, settlements),
                        body(parts))
                .flatMap(List::stream)
                .toList();
    }

    /** The steps of a task that this node does not know. */
    static List<Step> unknown(WorkerParts parts, Settlements settlements) {
        return Stream.of(
                        outermost(parts, settlements),
                        orders(parts),
                        List.<Step>of(new RejectUnknown(parts.messages().registry(), anotherNode(parts))))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The steps around all others. A slot runs them again around the later steps. They set the log context and record
     * the outcomes of tasks that never ran.
     */
    static List<Step> outermost(WorkerParts parts, Settlements settlements) {
        return List.of(
                new OpenLogScope(),
                new SettleDeadLetter(settlements, parts.outcomes().events()),
                new EndUnexpected());
    }

    /** The steps that need no knowledge of the task. */
    private static List<Step> orders(WorkerParts parts) {
        WorkerParts.Admission admission = parts.admission();
        return List.of(
                new EndExpired(parts.clock()),
                new ObeyOrders(
                        admission.orders(),
                        admission.intake(),
                        parts.messages().publisher(),
                        parts.outcomes().events(),
                        parts.clock()));
    }

    private static AnotherNode anotherNode(WorkerParts parts) {
        return new AnotherNode(
                parts.admission().others(),
                parts.messages().publisher(),
                parts.outcomes().events(),
                parts.clock());
    }

    /** The steps that decide whether the task may run here and now, and with which arguments. */
    private static List<Step> admission(WorkerParts parts) {
        WorkerParts.Admission admission = parts.admission();
        CrashProtection crash = parts.crash();
        Publisher publisher = parts.messages().publisher();
        TaskEvents events = parts.outcomes().events();
        TaskClock clock = parts.clock();
        SuspectTurn turn = new SuspectTurn(crash.suspects(), publisher, clock);
        GuardDecoding guard = new GuardDecoding(crash.suspects(), crash.trace(), turn);
        return List.of(
                new DecodeArguments(parts.messages().codec(), guard, anotherNode(parts), publisher, clock),
                new CheckFollowUps(parts.messages().workflow()),
                new ApplyRateLimit(admission.limits(), publisher, events),
                new GuardNode(crash.suspects(), turn),
                new AwaitSlot(crash.slots()));
    }

    /** The steps that decide whether this delivery starts the task. */
    private static List<Step> claim(WorkerParts parts, Settlements settlements, Unsettled unsettled) {
        TaskEvents events = parts.outcomes().events();
        return List.of(
                new ClaimOnce(
                        parts.crash().claims(), settlements, parts.messages().publisher(), unsettled, events),
                new ClaimExecution(parts.outcomes().records(), events));
    }

    /** The steps that record and report the execution, from the outermost to the innermost. */
    private static List<Step> settlement(WorkerParts parts, Settlements settlements) {
        WorkerParts.Bodies bodies = parts.bodies();
        CrashProtection crash = parts.crash();
        TaskEvents events = parts.outcomes().events();
        TaskClock clock = parts.clock();
        return List.of(
                new RecordRunning(crash.trace(), crash.suspects()),
                new TrackRunning(
                        bodies.running(),
                        bodies.time().limits(),
                        parts.admission().orders()),
                new TraceRun(bodies.tracing()),
                new CallHooks(bodies.hooks(), clock, parts.node()),
                new ReportExecution(events, clock),
                new SettleExecution(settlements),
                // A transaction belongs to its thread. So if a transaction covers the task and its record, both are
                // done on the task's thread.
                new EnforceHardLimit(TRANSACTED, bodies.time(), events, clock),
                new RunInTransaction(crash.transactions(), settlements));
    }

    /** The steps that call the task method and decide what its result or exception means. */
    private static List<Step> body(WorkerParts parts) {
        WorkerParts.Bodies bodies = parts.bodies();
        TaskEvents events = parts.outcomes().events();
        TaskClock clock = parts.clock();
        return List.of(
                new JudgeOutcome(
                        List.of(new HandleInterruption(clock), new HandleControlExceptions(clock)),
                        new StoreResult(parts.outcomes().results()),
                        List.of(
                                new GrantRetry(new RetryDelay(parts.failures().chance()), clock),
                                new ReturnWithoutConnection(parts.failures().connection(), clock),
                                new CheckRevocation(parts.admission().orders()))),
                new EnforceHardLimit(TRANSACTED.negate(), bodies.time(), events, clock),
                new ShieldBody(bodies.time().shields()),
                new EnforceSoftLimit(bodies.time(), events),
                new InvokeTask(bodies.requests(), parts.node(), clock));
    }
}
