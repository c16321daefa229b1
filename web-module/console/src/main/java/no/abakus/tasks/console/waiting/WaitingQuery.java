package no.abakus.tasks.console.waiting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.HistoryField;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.InvalidQueryException;
import no.abakus.tasks.operate.WaitingTask;

/** Selects tasks that have not ended by a query of executions. Its states do not matter: the list says which it has. */
public final class WaitingQuery {

    private final HistoryQuery rest;

    private WaitingQuery(HistoryQuery rest) {
        this.rest = rest;
    }

    /**
     * Parses a query.
     *
     * @throws InvalidQueryException if a part of it is invalid
     */
    public static WaitingQuery of(String q) {
        return of(HistoryQuery.parse(q, Instant.now()));
    }

    /** The conditions of this query but those for states. */
    public static WaitingQuery of(HistoryQuery query) {
        List<HistoryQuery.Term> terms = query.terms().stream()
                .filter(term -> !(term instanceof HistoryQuery.Text text && text.field() == HistoryField.STATE))
                .toList();
        return new WaitingQuery(new HistoryQuery(query.source(), terms));
    }

    /** Whether the query selects this task. Terms for what only ended tasks have do not match. */
    public boolean fits(WaitingTask task) {
        return fits(new EndedTask(
                0,
                task.id(),
                task.retries(),
                task.task(),
                Optional.of(task.queue()),
                "",
                TaskState.QUEUED,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                task.id(),
                Optional.empty(),
                task.requestId(),
                task.user(),
                task.context(),
                task.arguments(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                false));
    }

    /** Whether the query selects a task, given in the form of one that has ended. */
    public boolean fits(EndedTask task) {
        return rest.fits(task);
    }
}
