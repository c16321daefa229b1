package no.abakus.bench.drills;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.abakus.bench.Benchmark;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;
import no.abakus.bench.Settings;

/**
 * Sends a million tasks with a countdown of a day. Then ends the server twice, first by SIGTERM and then by {@code kill
 * -9}, and starts it again each time. After each start, the drill measures how long it takes until the server is
 * healthy and until a new task has run. In a second part, the drill kills the server repeatedly while tasks are moved
 * from the database to their queue, and counts how often each task has run.
 *
 * <p>Properties, with their defaults in parentheses: {@code drill.tasks}, the number of tasks in the first part
 * (1,000,000); {@code drill.moved}, the number of tasks in the second part (20,000); {@code drill.kills}, the maximum
 * number of kills in the second part (5).
 */
final class DelayedDrill implements Benchmark {

    private static final int OF_ONE_TASK = 10_000;
    private static final double MEGA = 1_000_000;
    private static final double LONGEST_START_SECONDS = 60;
    private static final double LONGEST_RUN_SECONDS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(40);
    private static final String KEY = "moved";

    @Override
    public void run(Settings settings, Report report) throws Exception {
        int tasks = Integer.getInteger("drill.tasks", 1_000_000);
        report.circumstance("tasks that wait for a day", tasks);
        try (DrillServer server = DrillServer.fresh(settings, "drill-delayed").withMemory("-Xms256m -Xmx1024m")) {
            server.start();
            long begun = System.nanoTime();
            spawn(
                    server.api(),
                    "diagnostics.add",
                    List.of(1, 2),
                    tasks,
                    Instant.now().plus(Duration.ofDays(1)));
            awaitScheduled(server.api(), tasks);
            double seconds = (System.nanoTime() - begun) / 1e9;
            tell(report, "sent and parked", "all", "tasks/s", tasks / seconds);
            look(report, server, "before");
            server.stop();
            boolean holds = startAndLook(report, server, "after SIGTERM", tasks);
            server.kill();
            holds &= startAndLook(report, server, "after kill -9", tasks);
            server.stop();
            if (!holds) {
                report.print(System.out);
                throw new IllegalStateException(
                        "A start or a new task took too long, or waiting tasks are lost; see " + server.log());
            }
        }
        moved(settings, report);
    }

    private static boolean startAndLook(Report report, DrillServer server, String when, int tasks) throws Exception {
        long begun = System.nanoTime();
        server.start();
        double start = (System.nanoTime() - begun) / 1e9;
        tell(report, "from the start of the process until health is UP", when, "s", start);
        double run = look(report, server, when);
        long scheduled = scheduled(server.api());
        tell(report, "tasks that wait for their time", when, "tasks", (double) scheduled);
        return start <= LONGEST_START_SECONDS && run <= LONGEST_RUN_SECONDS && scheduled == tasks;
    }

    private static double look(Report report, DrillServer server, String when) throws Exception {
        double run = newTask(server.api());
        tell(report, "a new task, from its call until its result is there", when, "s", run);
        double heap = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            heap = Math.min(heap, server.broker().heapAfterCollection() / MEGA);
        }
        tell(report, "heap of server and broker in use after a collection", when, "MB", heap);
        return run;
    }

    private static void tell(Report report, String metric, String when, String unit, double value) {
        report.add(new Measurement(metric, when, unit, List.of(value)));
        System.out.printf("%s, %s: %.2f %s%n", metric, when, value, unit);
    }

    static double newTask(TaskApi api) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        String id = api.send("diagnostics.add", Map.of("args", List.of(1, 2), "ignore_result", false));
        while (!api.get("results/" + id + "?wait=30").path("state").asText().equals("SUCCESS")) {
            if (System.nanoTime() - begun > Duration.ofMinutes(2).toNanos()) {
                break;
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    static void spawn(TaskApi api, String task, List<Object> args, int count, Instant eta)
            throws IOException, InterruptedException {
        for (int left = count; left > 0; left -= OF_ONE_TASK) {
            api.send(
                    "diagnostics.spawn_many",
                    Map.of("args", List.of(task, args, Math.min(left, OF_ONE_TASK), eta.toString())));
        }
    }

    private static long scheduled(TaskApi api) throws IOException, InterruptedException {
        long scheduled = 0;
        for (JsonNode queue : api.get("queues").path("queues")) {
            scheduled += queue.path("scheduled").asLong();
        }
        return scheduled;
    }

    static void awaitScheduled(TaskApi api, int tasks) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        Instant told = Instant.now();
        while (scheduled(api) < tasks) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("Of " + tasks + " tasks, only " + scheduled(api) + " were parked in " + PATIENCE);
            }
            if (told.plusSeconds(20).isBefore(Instant.now())) {
                told = Instant.now();
                System.out.println(scheduled(api) + " tasks are parked");
            }
            Thread.sleep(1_000);
        }
    }

    /**
     * Kills the server while it moves tasks. None of these tasks has started by then, so each must run exactly once.
     */
    private static void moved(Settings settings, Report report) throws Exception {
        int tasks = Integer.getInteger("drill.moved", 20_000);
        int kills = Integer.getInteger("drill.kills", 5);
        try (DrillServer server = DrillServer.fresh(settings, "drill-moved", "-Dabakus.tasks.delay.park-above=PT2M")) {
            server.start();
            // The tasks are due so late that all of them have been sent before they are moved. They are moved in the
            // last minute before they are due, and the kills happen in that minute.
            Instant due = Instant.now().plus(Duration.ofSeconds(180 + tasks / 200));
            spawn(server.api(), "diagnostics.record", List.of(KEY, 0), tasks, due);
            awaitScheduled(server.api(), tasks);
            sleepUntil(due.minusSeconds(61));
            int killed = 0;
            while (killed < kills && Instant.now().isBefore(due.minusSeconds(2))) {
                awaitMessages(server, due.minusSeconds(2));
                System.out.println("Killed with " + server.broker().messages("default") + " messages moved");
                server.kill();
                killed++;
                server.start();
            }
            awaitRun(server, tasks);
            server.stop();
            tell(report, "kills before they were due", "while moving", "kills", killed);
            tell(report, "tasks that were moved", "while moving", "tasks", tasks);
            countRuns(report, server, tasks);
        }
    }

    private static void countRuns(Report report, DrillServer server, int tasks) throws SQLException {
        try (Connection database = DriverManager.getConnection(
                        "jdbc:h2:file:" + server.data().resolve("abakus/tasks"), "sa", "sa");
                ResultSet counted = database.createStatement()
                        .executeQuery("SELECT COUNT(*), COUNT(DISTINCT task_id) FROM sample_ledger")) {
            counted.next();
            tell(report, "executions", "while moving", "executions", counted.getInt(1));
            tell(report, "tasks that have run", "while moving", "tasks", counted.getInt(2));
            if (counted.getInt(1) != tasks || counted.getInt(2) != tasks) {
                report.print(System.out);
                throw new IllegalStateException("Not every task has run exactly once; see " + server.log());
            }
        }
    }

    private static void sleepUntil(Instant time) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), time).toMillis()));
    }

    private static void awaitMessages(DrillServer server, Instant until) throws IOException, InterruptedException {
        long before = server.broker().messages("default");
        while (server.broker().messages("default") == before && Instant.now().isBefore(until)) {
            Thread.sleep(20);
        }
    }

    private static void awaitRun(DrillServer server, int tasks) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(10));
        while (scheduled(server.api()) > 0 || server.broker().messages("default") > 0) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("Some of " + tasks + " tasks have not run; see " + server.log());
            }
            Thread.sleep(500);
        }
        // A transaction in doubt keeps its messages and its rows until the server has recovered the transaction.
        Thread.sleep(40_000);
    }
}
