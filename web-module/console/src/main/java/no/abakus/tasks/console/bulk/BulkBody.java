package no.abakus.tasks.console.bulk;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.console.call.CallBody;
import no.abakus.tasks.operate.BulkAction;
import no.abakus.tasks.operate.BulkRequest;
import no.abakus.tasks.operate.DeadLetterQuery;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.InvalidQueryException;
import no.abakus.tasks.operate.RetryChanges;
import no.abakus.web.problem.ProblemException;
import no.abakus.web.problem.ProblemType;

/**
 * A request for a bulk operation, as a client wrote it.
 *
 * @param action {@code retry}, {@code revoke}, {@code forget}, {@code delete} or {@code requeue}. {@code delete}
 *     deletes dead letters. With a query that only fits executions, such as {@code state:failed}, {@code delete}
 *     deletes executions as {@code forget} does
 * @param q the query that selects tasks or dead letters; null if {@code ids} selects them
 * @param ids the ids of tasks or dead letters; null if {@code q} selects them
 * @param rate how many are handled per second; 50 if null
 * @param reason why the user does this; may be null
 * @param options the options that change when tasks are sent again; null if none change
 */
public record BulkBody(
        String action, String q, List<String> ids, Integer rate, String reason, Map<String, Object> options) {

    private static final ProblemType BAD_BULK = new ProblemType("bad-bulk", 400, "Not a bulk operation");

    private static final int STANDARD_RATE = 50;
    private static final int LONGEST_ID = 255;
    /**
     * The options that a bulk retry does not take. The arguments and the id belong to one task. A serializer and a
     * compressor apply only to new arguments.
     */
    private static final List<String> OF_ONE_TASK = List.of("args", "kwargs", "task_id", "serializer", "compression");

    /** The maximum number of ids. It is low because the ids are looked up one by one. */
    private static final int MOST_LOOKED_UP = 1_000;

    BulkAction checkedAction() {
        BulkAction given = Stream.of(BulkAction.values())
                .filter(known -> known.code().equals(action))
                .findFirst()
                .orElseThrow(() -> bad("action takes retry, revoke, forget, delete or requeue"));
        return given == BulkAction.DELETE && q != null && selectsExecutions(q) ? BulkAction.FORGET : given;
    }

    /** Whether this query has a term that dead letters do not have, such as {@code state:failed} or {@code took>5s}. */
    private static boolean selectsExecutions(String query) {
        try {
            DeadLetterQuery.parse(query, Instant.EPOCH);
            return false;
        } catch (InvalidQueryException notOfLetters) {
            return isOfExecutions(query);
        }
    }

    private static boolean isOfExecutions(String query) {
        try {
            HistoryQuery.parse(query, Instant.EPOCH);
            return true;
        } catch (InvalidQueryException unreadable) {
            return false;
        }
    }

    /**
     * Returns the request. If {@code found} is present, the request has those ids and no query. Otherwise it has the
     * query or the ids of the body.
     */
    BulkRequest request(BulkAction checked, Optional<List<String>> found, String user, Optional<String> requestId) {
        return new BulkRequest(
                checked,
                Optional.ofNullable(q).filter(query -> found.isEmpty()),
                found.orElseGet(this::checkedIds),
                checkedRate(),
                checkedReason(),
                user,
                requestId,
                checkedOptions(checked));
    }

    void checkSelection() {
        if ((q == null) == (ids == null)) {
            throw bad("Select by either q or ids; an empty q selects everything");
        }
    }

    private List<String> checkedIds() {
        if (ids == null) {
            return List.of();
        }
        if (ids.isEmpty() || ids.size() > MOST_LOOKED_UP) {
            throw bad("ids takes 1 to " + MOST_LOOKED_UP + " ids; select more with q");
        }
        for (String id : ids) {
            if (id == null
                    || id.isBlank()
                    || id.length() > LONGEST_ID
                    || id.chars().anyMatch(Character::isISOControl)) {
                throw bad("ids takes ids of 1 to " + LONGEST_ID + " characters, without control characters");
            }
        }
        return List.copyOf(new LinkedHashSet<>(ids));
    }

    private int checkedRate() {
        if (rate == null) {
            return STANDARD_RATE;
        }
        if (rate < 1 || rate > BulkRequest.MOST_PER_SECOND) {
            throw bad("rate takes a number per second, from 1 to " + BulkRequest.MOST_PER_SECOND);
        }
        return rate;
    }

    private Optional<String> checkedReason() {
        if (reason != null && (reason.length() > BulkRequest.LONGEST_REASON || reason.indexOf('\0') >= 0)) {
            throw bad("reason takes " + BulkRequest.LONGEST_REASON + " characters at most, without NUL");
        }
        return Optional.ofNullable(reason).filter(text -> !text.isBlank());
    }

    private TaskOptions checkedOptions(BulkAction checked) {
        if (options == null || options.isEmpty()) {
            return TaskOptions.empty();
        }
        if (checked != BulkAction.RETRY) {
            throw bad("Only the action retry takes options");
        }
        RetryChanges changes = CallBody.changes(options);
        if (changes.changeArguments() || !Collections.disjoint(options.keySet(), OF_ONE_TASK)) {
            throw bad("options takes the options of apply-async except " + String.join(", ", OF_ONE_TASK)
                    + ". The arguments and the id belong to one task; serializer and compression apply only to new"
                    + " arguments");
        }
        return changes.options();
    }

    static ProblemException bad(String detail) {
        return new ProblemException(BAD_BULK, detail);
    }
}
