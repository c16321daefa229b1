package no.abakus.tasks.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.abakus.tasks.TaskFailure;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.config.ResultConfig;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.DisplacedId;
import no.abakus.tasks.port.NewsChannel;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.StateChange;
import no.abakus.tasks.port.StoredAttempt;
import no.abakus.tasks.port.StoredValue;
import no.abakus.tasks.port.TaskNews;
import no.abakus.tasks.port.TaskProgress;
import no.abakus.tasks.port.TaskRecord;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.registry.ResultAttributes;
import no.abakus.tasks.spi.Claim;
import no.abakus.tasks.spi.TaskMessage;

/** Records the progress of tasks, on behalf of senders and workers of one node. Thread-safe. */
public final class TaskRecords {

    private final ResultBackend backend;
    private final ResultCodec codec;
    private final NewsChannel news;
    private final Transactions transactions;
    private final ResultConfig config;
    private final TaskClock clock;
    private final String node;
    private final GroupedCalls<StateChange, Boolean> changes;
    private final GroupedCalls<String, TaskProgress> looks;

    /** Creates the recorder of the node with this name. */
    public TaskRecords(
            ResultBackend backend,
            ResultCodec codec,
            NewsChannel news,
            Transactions transactions,
            ResultConfig config,
            TaskClock clock,
            String node) {
        this.backend = backend;
        this.codec = codec;
        this.news = news;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
        this.node = node;
        this.changes = new GroupedCalls<>(several -> transactions.own(() -> backend.changed(several)));
        this.looks = new GroupedCalls<>(backend::progress);
    }

    /** Records that the task was sent. */
    void queued(TaskMessage message) {
        Instant now = clock.now();
        Instant due = message.eta().filter(now::isBefore).orElse(now);
        backend.queued(new TaskRecord(
                message.id(),
                message.task(),
                TaskState.QUEUED,
                message.rootId(),
                message.parentId(),
                message.retries(),
                Optional.empty(),
                Optional.of(now),
                Optional.empty(),
                Optional.empty(),
                due.plus(config.unfinishedRetention()),
                Optional.empty(),
                List.of(),
                message.token()));
    }

    /** Returns whether the task method may run, and records its start if the start is to be recorded. */
    public Beginning begin(TaskMessage message, Tracking tracking, Instant begun) {
        if (!tracking.completion()) {
            return Beginning.FIRST;
        }
        if (tracking.keepsStart()) {
            TaskRecord start = record(message, TaskState.STARTED, begun)
                    .expiringAt(begun.plus(config.unfinishedRetention()))
                    .build();
            boolean isFirst = isWithinTransaction() ? backend.started(start) : changes.answer(StateChange.start(start));
            return isFirst ? Beginning.FIRST : isForeign(message, tracking) ? Beginning.FOREIGN : Beginning.OVER;
        }
        TaskProgress progress = progress(message.id());
        if (progress.isForeignTo(message)) {
            Optional<String> own = ownId(message, tracking);
            if (own.isEmpty()) {
                return Beginning.FOREIGN;
            }
            progress = progress(own.get());
        }
        if (progress.isBeyond(message.retries())) {
            return Beginning.OVER;
        }
        return progress.state() == TaskState.REJECTED ? revived(message, tracking, begun) : Beginning.FIRST;
    }

    /**
     * Records the start of a task whose dead letter an operator has sent again. The record continues from STARTED,
     * because no outcome can be recorded after REJECTED.
     */
    private Beginning revived(TaskMessage message, Tracking tracking, Instant begun) {
        TaskRecord start = record(message, TaskState.STARTED, begun)
                .expiringAt(begun.plus(config.unfinishedRetention()))
                .build();
        TaskRecord own = displaced(start, message, tracking).orElse(start);
        boolean isFirst = isWithinTransaction() ? backend.started(own) : changes.answer(StateChange.start(own));
        return isFirst ? Beginning.FIRST : Beginning.OVER;
    }

    private TaskProgress progress(String id) {
        return isWithinTransaction() ? backend.progress(List.of(id)).get(0) : looks.answer(id);
    }

    /**
     * Whether the task cannot be recorded, because the record of another task or of another send has its id, and there
     * is no other id under which to record it.
     */
    public boolean isForeign(TaskMessage message, Tracking tracking) {
        return ownId(message, tracking).isEmpty() && isTaken(message);
    }

    private boolean isTaken(TaskMessage message) {
        return backend.progress(List.of(message.id())).get(0).isForeignTo(message);
    }

    /**
     * Returns the id under which the task is recorded if its own id is taken. Returns empty if a caller wants the
     * result, because the send has reserved the task's own id, and the caller looks for the result under that id.
     */
    private static Optional<String> ownId(TaskMessage message, Tracking tracking) {
        return tracking.value() ? Optional.empty() : DisplacedId.of(message);
    }

    /**
     * Records and publishes how an execution ended. Call this method in {@link #together} with the sends that follow.
     *
     * @return false, with nothing changed, if the execution had ended before or the task cannot be recorded
     */
    public boolean end(TaskMessage message, Tracking tracking, Ending ending) {
        Instant now = clock.now();
        TaskRecord record = record(message, tracking, ending, now);
        boolean kept = backend.ended(record, message.retries())
                || displaced(record, message, tracking)
                        .map(own -> backend.ended(own, message.retries()))
                        .orElse(false);
        if (kept && tracking.value()) {
            ending.nextAt().ifPresent(next -> backend.attempted(attempt(message, ending, now, next)));
            tell(message, ending, now);
        }
        return kept;
    }

    /**
     * Records and publishes the outcome of a task that no other task follows. Shares a transaction with other tasks
     * that end at about the same time.
     *
     * @return false, with nothing changed, if the task had ended before or cannot be recorded
     */
    public boolean endAlone(TaskMessage message, Tracking tracking, Ending ending) {
        Instant now = clock.now();
        TaskRecord record = record(message, tracking, ending, now);
        boolean kept = changes.answer(new StateChange(record, message.retries()))
                || displaced(record, message, tracking)
                        .map(own -> changes.answer(new StateChange(own, message.retries())))
                        .orElse(false);
        if (kept && tracking.value()) {
            tell(message, ending, now);
        }
        return kept;
    }

    private Optional<TaskRecord> displaced(TaskRecord record, TaskMessage message, Tracking tracking) {
        return ownId(message, tracking).filter(own -> isTaken(message)).map(record::withId);
    }

    private TaskRecord record(TaskMessage message, Tracking tracking, Ending ending, Instant now) {
        boolean retried = ending.state() == TaskState.RETRY;
        boolean again = !ending.state().isFinal();
        RecordDraft record = record(message, ending.state(), ending.begun())
                .retries(retried ? message.retries() + 1 : message.retries())
                .expiringAt(now.plus(again ? config.unfinishedRetention() : tracking.retention(config.retention())))
                .value(value(tracking, ending))
                .children(tracking.keepsChildren() ? ending.children() : List.of());
        return (again ? record : record.endedAt(now)).build();
    }

    private void tell(TaskMessage message, Ending ending, Instant now) {
        news.tell(new TaskNews(message.id(), message.task(), ending.state(), node, now));
    }

    /**
     * Records that a task has failed because its node died, if there is a record of the task. Call this method in
     * {@link #together}.
     *
     * @param claim the claim of the execution that the node had started
     */
    public void lost(Claim claim, TaskFailure failure) {
        Instant now = clock.now();
        String id = claim.id();
        int execution = claim.execution();
        Optional<TaskRecord> known = backend.find(id)
                .filter(record -> !TaskProgress.of(record).isBeyond(execution))
                .filter(record -> record.task().equals(claim.task()))
                .filter(record -> record.token().equals(claim.token()));
        if (known.isEmpty()) {
            return;
        }
        TaskRecord before = known.get();
        TaskRecord failed = new TaskRecord(
                id,
                before.task(),
                TaskState.FAILURE,
                before.rootId(),
                before.parentId(),
                before.retries(),
                before.worker(),
                before.queuedAt(),
                before.startedAt(),
                Optional.of(now),
                now.plus(config.retention()),
                Optional.of(codec.failure(failure)),
                before.children(),
                before.token());
        if (backend.ended(failed, execution)) {
            news.tell(new TaskNews(id, before.task(), TaskState.FAILURE, node, now));
        }
    }

    /**
     * Records that the task expired before a worker received it, if its attributes ask for that. Call this method in a
     * transaction.
     *
     * @return false, with nothing changed, if the task had ended before or cannot be recorded, or if its attributes do
     *     not ask for the record
     */
    public boolean expired(TaskMessage message, ResultAttributes attributes) {
        Tracking tracking = Tracking.of(message, attributes);
        Ending ending = new Ending(
                TaskState.EXPIRED, clock.now(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
        return tracking.keeps(TaskState.EXPIRED) && end(message, tracking, ending);
    }

    private StoredAttempt attempt(TaskMessage message, Ending ending, Instant now, Instant next) {
        return new StoredAttempt(
                message.id(),
                message.retries(),
                node,
                ending.begun(),
                now,
                next,
                ending.failure().map(codec::failure));
    }

    private Optional<StoredValue> value(Tracking tracking, Ending ending) {
        return ending.failure().isEmpty()
                ? ending.result()
                : ending.failure().filter(failure -> tracking.keepsFailure()).map(codec::failure);
    }

    /**
     * Does the work in the thread's transaction or, if there is none, in a new transaction. If the work throws, all of
     * it is rolled back.
     */
    public <T> T together(Supplier<T> work) {
        return transactions.joined(work);
    }

    /** Whether records written now are committed or rolled back with the thread's transaction. */
    public boolean isWithinTransaction() {
        return transactions.isActive();
    }

    private RecordDraft record(TaskMessage message, TaskState state, Instant begun) {
        return new RecordDraft(message, state, node, begun);
    }

    /** Whether the task method of a message may run. */
    public enum Beginning {
        /** The task method may run. */
        FIRST,
        /** The task method must not run, because this execution has already ended or the task was revoked. */
        OVER,
        /** The task cannot be recorded, because the message's id is taken. */
        FOREIGN
    }

    /**
     * How an execution ended.
     *
     * @param state the task's new state
     * @param begun when the execution started
     * @param result the result, if it is wanted
     * @param failure the exception, if there was one
     * @param children the ids of the tasks that the execution has sent, and of the tasks that follow it
     * @param nextAt when the task runs again, if it asked for a retry
     */
    public record Ending(
            TaskState state,
            Instant begun,
            Optional<StoredValue> result,
            Optional<TaskFailure> failure,
            List<String> children,
            Optional<Instant> nextAt) {}
}
