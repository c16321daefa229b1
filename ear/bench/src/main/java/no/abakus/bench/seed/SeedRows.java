package no.abakus.bench.seed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.operate.EndedTask;
import no.abakus.tasks.port.HistoryBody;
import no.abakus.tasks.port.HistoryEvidence;
import no.abakus.tasks.port.HistoryKeys;
import no.abakus.tasks.port.HistoryRow;

/**
 * The rows of a seed. Everything in a row except its times is computed from its number alone, so a benchmark knows what
 * to search for. One row in ten is a failure. Each failure is in one of 200 groups, and its task can be sent again.
 */
public final class SeedRows {

    /** How many groups of failures there are. Each of the 20 tasks fails in ten ways. */
    public static final int GROUPS = 200;

    /** One of this many executions failed. */
    public static final int FAILED_ONE_IN = 10;

    /** The age of the oldest row. It is less than seven days, because older rows are deleted. */
    private static final Duration SPAN = Duration.ofDays(6);

    private static final int TASKS = 20;
    private static final int WAYS_TO_FAIL = GROUPS / TASKS;
    private static final int USERS = 500;
    private static final int TENANTS = 50;
    private static final int QUEUES = 5;
    private static final int TASKS_OF_A_REQUEST = 4;

    private final Instant end;
    private final long count;

    /** Creates this many rows, of which the last ended at this time. */
    public SeedRows(Instant end, long count) {
        this.end = end;
        this.count = count;
    }

    /** Returns the name of the task of a row. */
    public static String task(long number) {
        return "seed.task" + number / FAILED_ONE_IN % TASKS;
    }

    /** Returns the user of a row. */
    public static String user(long number) {
        return "user" + number % USERS;
    }

    /** Returns the request id of a row. */
    public static String request(long number) {
        return "seed-request-" + number / TASKS_OF_A_REQUEST;
    }

    /** Returns the task id of a row. */
    public static String id(long number) {
        return new UUID(0x5EEDL << 48, number).toString();
    }

    /** Returns the error message of a failed row. */
    public static String error(long number) {
        return "no answer from host" + number % 10_000 + " within 30 s";
    }

    /** Whether a row is a failure. */
    public static boolean isFailed(long number) {
        return number % FAILED_ONE_IN == 0;
    }

    private static int way(long number) {
        return (int) (number / FAILED_ONE_IN / TASKS % WAYS_TO_FAIL);
    }

    HistoryRow row(long number) {
        return new HistoryRow(ended(number), isFailed(number) ? Optional.of(evidence(number)) : Optional.empty());
    }

    private EndedTask ended(long number) {
        boolean isFailed = isFailed(number);
        Duration before = Duration.ofMillis(SPAN.toMillis() * (count - number - 1) / count);
        Instant ended = end.minus(before);
        Duration took = Duration.ofMillis(number * 7 % 5_000);
        Duration waited = Duration.ofMillis(number * 13 % 900);
        String request = request(number);
        String user = user(number);
        // Several rows may end in one millisecond, so the lower bits tell them apart.
        long key = HistoryKeys.from(ended) + number % (1L << HistoryKeys.BELOW_MILLIS);
        return new EndedTask(
                key,
                id(number),
                0,
                task(number),
                Optional.of("queue" + number % QUEUES),
                "seed",
                isFailed ? TaskState.FAILURE : TaskState.SUCCESS,
                Optional.of(ended.minus(took).minus(waited)),
                Optional.of(ended.minus(took)),
                ended,
                Optional.of(waited),
                Optional.of(took),
                id(number),
                Optional.empty(),
                Optional.of(request),
                Optional.of(user),
                Map.of("request_id", request, "current_user", user, "tenant", String.valueOf(number % TENANTS)),
                Optional.of("to=\"user" + number % USERS + "@example.org\", number=" + number),
                isFailed ? Optional.of("TimeoutException" + way(number)) : Optional.empty(),
                isFailed ? Optional.of(error(number)) : Optional.empty(),
                isFailed ? Optional.of(group(number)) : Optional.empty(),
                1,
                isFailed);
    }

    private static String group(long number) {
        return String.format("%064x", (number / FAILED_ONE_IN % TASKS) * WAYS_TO_FAIL + way(number) + 1);
    }

    private static HistoryEvidence evidence(long number) {
        byte[] body = ("{\"args\":[\"" + user(number) + "@example.org\"," + number + "],\"kwargs\":{}}")
                .getBytes(StandardCharsets.UTF_8);
        String frame = "org.example.Mailer.send" + way(number);
        return new HistoryEvidence(
                "org.example.TimeoutException" + way(number),
                Optional.of(frame),
                Optional.of("application/json"),
                Optional.empty(),
                body.length,
                Optional.of(new HistoryBody(true, body)),
                Optional.of(
                        "{\"args\":[{\"queue\":\"default\",\"priority\":4,\"delivery_mode\":\"PERSISTENT\",\"context\":"
                                + "{\"request_id\":\"" + request(number) + "\"}}],\"kwargs\":{}}"),
                Optional.of("org.example.TimeoutException" + way(number) + ": " + error(number) + "\n\tat "
                        + (frame + "(Mailer.java:42)\n\tat ").repeat(8) + "org.example.Main.main(Main.java:1)"),
                Optional.of("{\"level\":\"INFO\",\"event\":\"mail_begun\",\"number\":" + number + "}"),
                Optional.empty());
    }
}
