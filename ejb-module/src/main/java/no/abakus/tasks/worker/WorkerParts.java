package no.abakus.tasks.worker;

import no.abakus.tasks.config.Randomness;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.limit.RateLimits;
import no.abakus.tasks.message.MessageCodec;
import no.abakus.tasks.order.Intake;
import no.abakus.tasks.order.StandingOrders;
import no.abakus.tasks.publish.Publisher;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.result.ResultCodec;
import no.abakus.tasks.result.TaskRecords;
import no.abakus.tasks.tracing.Tracing;
import no.abakus.tasks.workflow.WorkflowAdvance;

/**
 * Everything that a worker is made of. A container and a test provide different parts.
 *
 * @param messages reads messages and sends others
 * @param outcomes records and reports how tasks end
 * @param admission decides whether a task may run here and now
 * @param bodies runs the task methods
 * @param failures decides what happens to a task that failed
 * @param crash protects tasks against a server crash
 * @param clock the clock
 * @param node the node's name
 */
public record WorkerParts(
        Messages messages,
        Outcomes outcomes,
        Admission admission,
        Bodies bodies,
        Failures failures,
        CrashProtection crash,
        TaskClock clock,
        String node) {

    /**
     * Reads messages and sends others.
     *
     * @param registry the tasks that this node knows
     * @param codec reads the arguments
     * @param publisher sends a task again
     * @param workflow sends the tasks that follow a task
     */
    public record Messages(TaskRegistry registry, MessageCodec codec, Publisher publisher, WorkflowAdvance workflow) {}

    /**
     * Records and reports how tasks end.
     *
     * @param records records the outcomes
     * @param results writes the results
     * @param events publishes the events
     */
    public record Outcomes(TaskRecords records, ResultCodec results, TaskEvents events) {}

    /**
     * Decides whether a task may run here and now.
     *
     * @param limits how often tasks may start
     * @param orders the revoked or paused tasks
     * @param intake whether this node accepts tasks
     * @param others the nodes that may run tasks that this node cannot run
     */
    public record Admission(RateLimits limits, StandingOrders orders, Intake intake, OtherNodes others) {}

    /**
     * Runs the task methods.
     *
     * @param running the tasks that are running
     * @param requests the running task of each thread
     * @param time the time limits of tasks
     * @param hooks the observers of tasks
     * @param tracing traces the runs of tasks
     */
    public record Bodies(RunningTasks running, RequestStack requests, TimeKeeping time, Hooks hooks, Tracing tracing) {}

    /**
     * Decides what happens to a task that failed.
     *
     * @param chance adds jitter to the delay of retries
     * @param connection recognizes that a task had no connection
     */
    public record Failures(Randomness chance, ConnectionFailure connection) {}
}
