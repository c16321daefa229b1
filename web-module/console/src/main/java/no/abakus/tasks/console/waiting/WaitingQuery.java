package no.abakus.tasks.console.waiting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.ActiveTask;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.InvalidQueryException;
import no.abakus.tasks.operate.WaitingTask;

/**
 * Applies a query of executions to tasks that have not ended. The states in the query are ignored, because the caller
 * has already chosen tasks of one state.
 */
public final class WaitingQuery {

    private static final String REQUEST_ID = "request_id";
    private static final String USER = "current_user";

    private final HistoryQuery rest;

    private WaitingQuery(HistoryQuery rest) {
        this.rest = rest;
    }

    /**
     * Parses a query.
     *
     * @throws InvalidQueryException if a part of it is invalid
     */
    public static WaitingQuery of(String q, Instant now) {
        return of(HistoryQuery.parse(q, now));
    }

    /** Returns the conditions of this query, except those for states. */
    public static WaitingQuery of(HistoryQuery query) {
        List<HistoryQuery.Term> terms = query.terms().stream()
                .filter(term -> !(term instanceof HistoryQuery.Text text && text.field() == HistoryField.STATE))
                .toList();
        return new WaitingQuery(new HistoryQuery(query.source(), terms));
    }

    /**
     * Whether the query selects a task that waits at the broker. The age of such a task counts from when it was queued.
     */
    public boolean fits(WaitingTask task) {
        return fits(
                task.queuedAt(),
                asEnded(
                        task.id(),
                        task.task(),
                        task.queue(),
                        "",
                        task.retries(),
                        task.queuedAt(),
                        task.context(),
                        task.arguments()));
    }

    /** Whether the query selects a task that runs on this node. The age of such a task counts from its start. */
    public boolean fits(String node, ActiveTask task) {
        Optional<Instant> since = Optional.of(task.since());
        return fits(
                since,
                asEnded(
                        task.id(),
                        task.task(),
                        task.queue(),
                        node,
                        task.retries(),
                        since,
                        task.context(),
                        task.arguments()));
    }

    /** Whether the query selects this task. A task of unknown age does not match terms for the age. */
    private boolean fits(Optional<Instant> since, EndedTask task) {
        boolean isAgeKnown = since.isPresent() || rest.terms().stream().noneMatch(HistoryQuery.Ended.class::isInstance);
        return isAgeKnown && rest.fits(task);
    }

    /**
     * Returns the task as an {@link EndedTask}, because a query compares only those. Terms for values that only ended
     * tasks have do not match.
     */
    private static EndedTask asEnded(
            String id,
            String task,
            String queue,
            String node,
            int retries,
            Optional<Instant> since,
            Map<String, String> context,
            Optional<String> arguments) {
        return new EndedTask(
                0,
                id,
                retries,
                task,
                Optional.ofNullable(queue),
                node,
                TaskState.QUEUED,
                Optional.empty(),
                Optional.empty(),
                since.orElse(Instant.EPOCH),
                Optional.empty(),
                Optional.empty(),
                id,
                Optional.empty(),
                Optional.ofNullable(context.get(REQUEST_ID)),
                Optional.ofNullable(context.get(USER)),
                context,
                arguments,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                false);
    }
}
