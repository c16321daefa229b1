package no.abakus.tasks.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.port.HistoryBody;
import no.abakus.tasks.port.HistoryEvidence;
import no.abakus.tasks.port.HistoryKeys;
import no.abakus.tasks.port.HistoryRow;
import no.abakus.tasks.port.HistoryStores;

/** Ended tasks as tests store them in the history, and the queries that find them. */
public final class SampleHistory {

    public static final Instant THEN = Instant.parse("2030-01-01T12:00:00Z");

    /** The group of all failures. */
    public static final String GROUP = "9f00";

    private SampleHistory() {}

    /** Returns the key of a task that ended at this second. */
    public static long key(int second) {
        return HistoryKeys.from(THEN.plusSeconds(second));
    }

    /** Returns the row of a task that ended at this second. */
    public static HistoryRow row(int second, String id, TaskState state, String task) {
        return new HistoryRow(ended(second, id, state, task), Optional.empty());
    }

    private static EndedTask ended(int second, String id, TaskState state, String task) {
        boolean isFailure = EndedTask.isFailure(state);
        return new EndedTask(
                key(second),
                id,
                2,
                task,
                Optional.of("default"),
                "node-a",
                state,
                Optional.of(THEN.minusSeconds(9)),
                Optional.of(THEN.plusSeconds(second).minusMillis(20)),
                THEN.plusSeconds(second),
                Optional.of(Duration.ofMillis(100)),
                Optional.of(Duration.ofMillis(20)),
                "root-" + id,
                Optional.of("parent"),
                Optional.of("req-" + id),
                Optional.of("anna"),
                Map.of("tenant", "7", "path", "a=b\\c\nd", "100%", "_"),
                Optional.of("\"a@b.no\", 17"),
                isFailure ? Optional.of("TimeoutException") : Optional.empty(),
                isFailure ? Optional.of("no answer") : Optional.empty(),
                isFailure ? Optional.of(GROUP) : Optional.empty(),
                1,
                isFailure);
    }

    /** A failure at this second, in the one group of all these failures. */
    public static HistoryRow failure(int second, String id, String task) {
        return new HistoryRow(
                ended(second, id, TaskState.FAILURE, task),
                Optional.of(new HistoryEvidence(
                        "java.util.concurrent.TimeoutException",
                        Optional.of("no.example.Smtp.connect"),
                        Optional.of("application/json"),
                        Optional.of("gzip"),
                        3,
                        Optional.of(new HistoryBody(true, "æøå".getBytes(StandardCharsets.UTF_8))),
                        Optional.of("{}"),
                        Optional.of("at Smtp"),
                        Optional.of("{\"event\":\"x\"}\n{\"event\":\"y\"}"),
                        Optional.empty())));
    }

    /** This query, a minute after {@link #THEN}. */
    public static HistoryQuery query(String text) {
        return HistoryQuery.parse(text, THEN.plusSeconds(60));
    }

    /** The ids of the tasks that this query finds in these stores, the last one first. */
    public static List<String> found(HistoryStores stores, String query) {
        return stores.ends().page(query(query), Long.MAX_VALUE, 100).stream()
                .map(EndedTask::taskId)
                .toList();
    }
}
