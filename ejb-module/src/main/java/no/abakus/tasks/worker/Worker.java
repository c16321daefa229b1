package no.abakus.tasks.worker;

import no.abakus.logging.Log;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.Acks;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.WorkerLostException;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.crash.Claims;
import no.abakus.tasks.event.TaskEvents;
import no.abakus.tasks.port.DeliveryHandler;
import no.abakus.tasks.port.Settlement;
import no.abakus.tasks.registry.ResultAttributes;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskRegistry;
import no.abakus.tasks.result.TaskRecords;
import no.abakus.tasks.result.Tracking;
import no.abakus.tasks.spi.Claim;
import no.abakus.tasks.spi.Delivery;
import no.abakus.tasks.spi.Rejection;
import no.abakus.tasks.spi.TaskEvent;
import no.abakus.tasks.spi.TaskMessage;

/** Runs the tasks that a transport delivers. Thread-safe. */
public final class Worker implements DeliveryHandler {

    private static final Log log = Log.get("no.abakus.tasks");

    private final Pipeline pipeline;
    private final TaskRegistry registry;
    private final TaskEvents events;
    private final TaskClock clock;
    private final Claims claims;
    private final TaskRecords records;
    private final Unsettled unsettled;

    /** Creates a worker from these parts. */
    public Worker(WorkerParts parts) {
        this.registry = parts.messages().registry();
        this.records = parts.outcomes().records();
        this.events = parts.outcomes().events();
        this.claims = parts.crash().claims();
        this.clock = parts.clock();
        this.unsettled = new Unsettled(claims, events, clock);
        Settlements settlements = new Settlements(
                records, parts.messages().workflow(), parts.messages().publisher(), claims, unsettled);
        this.pipeline = new Pipeline(parts, settlements, unsettled);
    }

    /** The lines of steps that executions go through. */
    Pipeline pipeline() {
        return pipeline;
    }

    @Override
    public Settlement deliver(Delivery delivery) {
        return pipeline.run(execution(delivery)).settlement();
    }

    @Override
    public void givenUp(Delivery delivery, Rejection rejection) {
        pipeline.reject(execution(delivery), rejection);
    }

    private Execution execution(Delivery delivery) {
        TaskDefinition task = registry.find(delivery.message().task()).orElse(null);
        TaskAttributes said = task == null ? TaskAttributes.DEFAULTS : task.attributes();
        Tracking tracking = Tracking.of(delivery.message(), said.results());
        boolean needsRecord = said.acks().acks() == Acks.TRANSACTED;
        return new Execution(delivery, clock.now(), said.acks(), needsRecord ? tracking.keepingEnd() : tracking, task);
    }

    /** Reports that this node is alive. Records pending outcomes, and the outcomes of tasks whose node has died. */
    public void lookAfterClaims() {
        claims.beat();
        unsettled.settle();
        for (Claim claim : claims.lost()) {
            // Recording one outcome may block for a whole lock timeout of the database. Meanwhile other nodes must not
            // assume that this node is dead.
            claims.beat();
            try {
                keepLost(claim);
            } catch (OperationalException e) {
                claims.postpone(claim);
                log.warning(
                        "task_outcome_not_kept",
                        "task_id",
                        claim.id(),
                        "task_name",
                        claim.task(),
                        "reason",
                        e.getMessage(),
                        "next",
                        "this outcome is tried again in a minute; the other outcomes are recorded");
            }
        }
    }

    private void keepLost(Claim claim) {
        WorkerLostException failure = new WorkerLostException(claim.task(), claim.node());
        records.together(() -> {
            records.lost(claim, TaskFailure.of(failure));
            claims.end(claim);
            return null;
        });
        events.publish(() -> new TaskEvent.Lost(claim, failure));
    }

    private ResultAttributes resultAttributes(TaskMessage message) {
        return registry.find(message.task())
                .map(task -> task.attributes().results())
                .orElse(ResultAttributes.DEFAULTS);
    }

    @Override
    public void unreadable(String queue, String messageId, Rejection rejection) {
        events.publish(() -> new TaskEvent.Unreadable(queue, messageId, rejection));
    }

    @Override
    public Settlement expired(TaskMessage message, String queue) {
        try (LogScope scope = LogContext.replace(TaskContext.of(message))) {
            if (Tracking.of(message, resultAttributes(message)).keeps(TaskState.EXPIRED)) {
                boolean isFirst = records.together(() -> records.expired(message, resultAttributes(message)));
                if (!isFirst && records.isForeign(message, Tracking.of(message, resultAttributes(message)))) {
                    Rejection rejection = ForeignId.rejection(message);
                    events.publish(() -> new TaskEvent.Unreadable(queue, message.id(), rejection));
                    return new Settlement.DeadLetter(rejection);
                }
            }
            events.publish(() -> new TaskEvent.Expired(message, queue, TaskEvent.Expired.FoundBy.BROKER));
            return Settlement.ACKNOWLEDGE;
        }
    }
}
