package no.abakus.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import no.abakus.bench.seed.SeedRows;
import no.abakus.bench.seed.SeededDatabase;

/**
 * Measures how long the calls of the console's REST API take, one call after the other. The history has a million
 * executions, and there are ten thousand dead letters. The first call that fails or finds nothing ends the benchmark.
 *
 * <p>The property {@code bench.rows} sets the number of executions. Its default is 1,000,000.
 */
final class ConsoleBenchmark implements Benchmark {

    static final int ROWS = 1_000_000;

    private static final int LETTERS = 10_000;
    private static final int LOG_KEPT = 1 << 20;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PASSWORD = "operator-of-the-bench";
    private static final String RETRY_ALL = "{\"action\":\"retry\",\"q\":\"state:failed\"}";
    private static final String REQUEUE_ALL = "{\"action\":\"requeue\",\"q\":\"\"}";

    @Override
    public void run(Settings settings, Report report) throws Exception {
        Path archive = settings.project().resolve("ear/sample-app/target/abakus-sample.ear");
        int rows = Integer.getInteger("bench.rows", ROWS);
        report.circumstance("executions", rows);
        report.circumstance("failed", rows / SeedRows.FAILED_ONE_IN + ", in " + SeedRows.GROUPS + " groups");
        report.circumstance("dead letters", LETTERS);
        if (settings.stores().contains("h2")) {
            Server.fresh(settings);
            SeededDatabase.file(Server.data(settings)).fill(rows);
            try (Server server = Server.again(settings, archive, LOG_KEPT, options(), environment());
                    Circumstances circumstances = new Circumstances(report, server.management())) {
                measure(settings, server, "H2", rows, 100, report);
            }
        }
        if (settings.stores().contains("postgresql")) {
            Server.fresh(settings);
            List<String> options = new ArrayList<>(options());
            options.add("-Dabakus.tasks.result.data-source=" + Postgresql.DATA_SOURCE);
            try (Postgresql database = Postgresql.start();
                    Server server = Server.again(settings, archive, LOG_KEPT, options, environment());
                    Circumstances circumstances = new Circumstances(report, server.management())) {
                database.addTo(server.management());
                new SeededDatabase(database.url(), "postgres", "postgres").fill(rows);
                measure(settings, server, "PostgreSQL", rows, 50, report);
            }
        }
    }

    private static List<String> options() {
        // Messages of unknown tasks become dead letters at once, instead of waiting for a node that knows them.
        return List.of("-Dabakus.sample.diagnostics=true", "-Dabakus.tasks.worker.unknown-task-wait=PT0S");
    }

    private static Map<String, String> environment() {
        return Map.of("ABAKUS_OPERATOR_PASSWORD", PASSWORD);
    }

    /** A kind of call, and the highest p95 that it should have. */
    private record Kind(String metric, double mostMillis, Timed call) {}

    @FunctionalInterface
    private interface Timed {
        /** Makes the call for this number, and checks its answer. */
        void make(long number) throws IOException, InterruptedException;
    }

    private static void measure(Settings settings, Server server, String store, int rows, double most, Report report)
            throws IOException, InterruptedException {
        ConsoleCalls calls = new ConsoleCalls(server.web("/abakus/api"), PASSWORD);
        bury(calls);
        String later = calls.post("tasks/diagnostics.add/apply-async", "{\"args\":[1,2],\"countdown\":3600}")
                .path("task_id")
                .asText();
        List<Kind> kinds = List.of(
                new Kind("executions by task, p95", most, found(calls, n -> "task:" + SeedRows.task(n))),
                new Kind("executions by user, p95", most, found(calls, n -> "user:" + SeedRows.user(n))),
                new Kind("executions by request, p95", most, found(calls, n -> "request_id:" + SeedRows.request(n))),
                new Kind("executions by state, p95", most, found(calls, n -> "state:failed")),
                new Kind("executions by substring of the arguments, p95", 500, found(calls, n -> "args:\"@example\"")),
                new Kind(
                        "facets by state of a task, p95",
                        300,
                        n -> check(calls.get("executions/facets?by=state&q=task:" + SeedRows.task(n)), "items")),
                new Kind(
                        "why of a failure, p95",
                        150,
                        n -> check(calls.get("executions/" + SeedRows.id(failed(n, rows)) + "/why"), "sentence")),
                new Kind(
                        "why of a waiting task, p95",
                        150,
                        n -> check(calls.get("executions/" + later + "/why"), "sentence")),
                new Kind("failure groups, p95", 300, n -> check(calls.get("failures"), "items")),
                new Kind("dead letters, p95", 500, n -> check(calls.get("dead-letters?limit=50"), "items")));
        Samples samples = new Samples();
        for (int round = -1; round < settings.repetitions(); round++) {
            System.out.println(store + ": " + (round < 0 ? "warming up" : "measuring round " + (round + 1)));
            Samples into = round < 0 ? new Samples() : samples;
            for (Kind kind : kinds) {
                into.add(kind.metric(), store, "ms", p95(settings.latencies(), rows, kind.call()));
            }
            into.add(
                    "preview of retrying 100,000",
                    store,
                    "ms",
                    preview(calls, RETRY_ALL, rows / SeedRows.FAILED_ONE_IN));
            into.add("preview of requeueing 10,000", store, "ms", preview(calls, REQUEUE_ALL, LETTERS));
        }
        for (Kind kind : kinds) {
            report.add(bounded(samples, kind.metric(), store, kind.mostMillis()));
        }
        report.add(bounded(samples, "preview of retrying 100,000", store, 2_000));
        report.add(bounded(samples, "preview of requeueing 10,000", store, 2_000));
    }

    private static Bounded bounded(Samples samples, String metric, String store, double most) {
        return new Bounded(samples.measurement(metric, store), Target.atMost(metric, most));
    }

    /** Returns the number of a failed row. */
    private static long failed(long number, int rows) {
        return number * SeedRows.FAILED_ONE_IN % rows;
    }

    private static Timed found(ConsoleCalls calls, LongFunction<String> query) {
        return number ->
                check(calls.get("executions?limit=50&q=" + ConsoleCalls.encoded(query.apply(number))), "items");
    }

    private static void check(JsonNode answer, String member) {
        JsonNode found = answer.path(member);
        if (found.isMissingNode() || found.isNull() || (found.isArray() && found.isEmpty())) {
            throw new IllegalStateException("Nothing was found: " + answer);
        }
    }

    private static double p95(int times, int rows, Timed call) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            // The calls are spread over all rows, so that no page of the database is read more often than others.
            long number = (long) i * 7_919 * 97 % rows;
            long begun = System.nanoTime();
            call.make(number);
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return Measurement.quantile(millis, 0.95);
    }

    private static double preview(ConsoleCalls calls, String body, int possible)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        JsonNode preview = calls.post("bulk", body);
        double millis = (System.nanoTime() - begun) / 1e6;
        if (preview.path("possible").asInt() < possible) {
            throw new IllegalStateException("The preview counts fewer than " + possible + ": " + preview);
        }
        return millis;
    }

    /** Sends tasks that no node knows, and waits until all of them are dead letters. */
    private static void bury(ConsoleCalls calls) throws IOException, InterruptedException {
        for (int i = 0; i < LETTERS; i++) {
            // A task that no node knows can only be sent if the call names a queue.
            calls.post("tasks/bench.unknown/apply-async", "{\"args\":[" + i + "],\"queue\":\"default\"}");
        }
        Instant deadline = Instant.now().plus(PATIENCE);
        long buried = 0;
        while (buried < LETTERS) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("Of " + LETTERS + " messages, " + buried + " became dead letters in " + PATIENCE);
            }
            Thread.sleep(500);
            buried = calls.get("queues").path("dead_letter").asLong();
        }
    }
}
