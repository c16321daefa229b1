package no.abakus.tasks.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import no.abakus.logging.LogContext;
import no.abakus.logging.LogScope;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.HistoryRetry;
import no.abakus.tasks.operate.HistoryRetry.Reason;
import no.abakus.tasks.operate.RetryChanges;
import no.abakus.tasks.port.HistoryBody;
import no.abakus.tasks.port.HistoryEvidence;
import no.abakus.tasks.port.HistoryStore;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.spi.FollowUps;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;

/** Sends failed tasks again. The send and its record share one transaction. Thread-safe. */
final class Retries {

    private static final String RETRIED_BY = "retried_by";
    private static final String RETRY_OF = "retry_of";

    /**
     * Stands for a body that was not kept. It is never sent: either {@link #canBeSent} is checked first, or new
     * arguments replace the body.
     */
    private static final MessageBody NO_BODY = new MessageBody.Text("");

    private final HistoryStore store;
    private final Transactions transactions;
    private final MessageProperties properties;
    private final Resending resending;
    private final String node;

    Retries(
            HistoryStore store,
            Transactions transactions,
            MessageProperties properties,
            Resending resending,
            String node) {
        this.store = store;
        this.transactions = transactions;
        this.properties = properties;
        this.resending = resending;
        this.node = node;
    }

    HistoryRetry asItWas(String taskId, String by) {
        return send(taskId, by, true, (failed, evidence) -> {
            Map<String, Object> parts = parts(evidence);
            Route route = MessageProperties.route(parts).orElseThrow();
            return resending.send(route, message(failed, evidence, parts));
        });
    }

    /** Sends a failed task again with changes. The body must have been kept unless new arguments replace it. */
    HistoryRetry changed(String taskId, String by, RetryChanges changes) {
        return send(taskId, by, !changes.changeArguments(), (failed, evidence) -> {
            Map<String, Object> parts = parts(evidence);
            return resending.send(MessageProperties.route(parts), message(failed, evidence, parts), changes);
        });
    }

    /** Lets the caller send a failed task again with other arguments. The body need not have been kept. */
    HistoryRetry changed(String taskId, String by, Function<EndedTask, String> sending) {
        return send(taskId, by, false, (failed, evidence) -> sending.apply(failed));
    }

    private HistoryRetry send(String taskId, String by, boolean needsBody, Sending sending) {
        List<EndedTask> executions = store.executions(taskId, 1);
        if (executions.isEmpty()) {
            return new HistoryRetry.Refused(Reason.NOT_FOUND);
        }
        EndedTask failed = executions.get(0);
        Optional<HistoryEvidence> evidence = store.evidence(failed.id());
        if (!failed.isFailure() || evidence.isEmpty()) {
            return new HistoryRetry.Refused(Reason.NOT_FAILED);
        }
        if (evidence.get().retriedAs().isPresent()) {
            return new HistoryRetry.Refused(Reason.ALREADY_RETRIED);
        }
        if (needsBody && !canBeSent(evidence.get())) {
            return new HistoryRetry.Refused(Reason.BODY_NOT_KEPT);
        }
        LogContext context = MessageProperties.context(parts(evidence.get()))
                .with(RETRIED_BY, by)
                .with(RETRY_OF, failed.taskId());
        try (LogScope scope = LogContext.replace(context)) {
            return inOne(() -> {
                String sent = sending.send(failed, evidence.get());
                if (!store.markRetried(failed.id(), sent)) {
                    // Another request was faster. The rollback withdraws the message.
                    throw new SomebodyElseException();
                }
                return new HistoryRetry.Sent(sent);
            });
        } catch (SomebodyElseException e) {
            return new HistoryRetry.Refused(Reason.ALREADY_RETRIED);
        }
    }

    private HistoryRetry inOne(Supplier<HistoryRetry> work) {
        return transactions.own(work);
    }

    private boolean canBeSent(HistoryEvidence evidence) {
        return evidence.body().isPresent()
                && evidence.contentType().isPresent()
                && MessageProperties.route(parts(evidence)).isPresent();
    }

    private Map<String, Object> parts(HistoryEvidence evidence) {
        return evidence.properties().map(properties::read).orElse(Map.of());
    }

    private TaskMessage message(EndedTask failed, HistoryEvidence evidence, Map<String, Object> parts) {
        return new TaskMessage(
                new TaskMessage.Identity(
                        failed.taskId(), failed.task(), failed.rootId(), failed.parentId(), node, Optional.empty()),
                new TaskMessage.Timing(0, Optional.empty(), Optional.empty()),
                new TaskMessage.Payload(
                        evidence.contentType().orElse(""),
                        evidence.compression(),
                        evidence.body().map(HistoryBody::body).orElse(NO_BODY),
                        failed.arguments()),
                parts.get(MessageProperties.IGNORE_RESULT) instanceof Boolean ignored
                        ? Optional.of(ignored)
                        : Optional.empty(),
                new FollowUps(
                        MessageProperties.text(parts, MessageProperties.LINK),
                        MessageProperties.text(parts, MessageProperties.LINK_ERROR)),
                LogContext.current(),
                MessageProperties.extras(parts));
    }

    /** Sends a failed task again and returns the new id. */
    private interface Sending {

        String send(EndedTask failed, HistoryEvidence evidence);
    }

    /** Thrown when another request sent the task again at the same time. */
    private static final class SomebodyElseException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
