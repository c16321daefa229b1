package no.abakus.bench.drills;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import no.abakus.bench.Benchmark;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;
import no.abakus.bench.Settings;

/**
 * Kills the server with {@code kill -9} at random moments while it works on tasks of all four modes, and restarts it
 * each time. Afterwards counts how often each task has had its effect.
 *
 * <p>Properties, with their defaults in parentheses: {@code drill.kills}, how often the server is killed (30); {@code
 * drill.tasks}, how many tasks each mode has (5,000); {@code drill.millis}, how long each task runs (50); {@code
 * drill.window}, after how many milliseconds the server is killed at the latest (5,000); {@code drill.settle}, how many
 * seconds to wait at the end (240); {@code drill.seed}, the seed of the random moments.
 */
final class KillDrill implements Benchmark {

    private static final int SENDERS = 8;
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Override
    public void run(Settings settings, Report report) throws Exception {
        int kills = Integer.getInteger("drill.kills", 30);
        int tasks = Integer.getInteger("drill.tasks", 5_000);
        int millis = Integer.getInteger("drill.millis", 50);
        int window = Integer.getInteger("drill.window", 5_000);
        long seed = Long.getLong("drill.seed", System.nanoTime());
        System.out.println("drill-kill: " + kills + " kills, " + tasks + " tasks of each mode, seed " + seed);
        report.circumstance("kills", kills);
        report.circumstance("seed", seed);
        report.circumstance("a task runs for", millis + " ms");

        Random random = new Random(seed);
        List<Double> recoveries = new ArrayList<>();
        List<Double> backlogs = new ArrayList<>();
        try (DrillServer server = DrillServer.fresh(settings, "drill-kill")) {
            server.start();
            Instant due = Instant.now().plus(Duration.ofMillis(5_000 + 5L * tasks * Mode.values().length));
            sendAll(server.api(), tasks, millis, due);
            sleepUntil(due);
            for (int kill = 1; kill <= kills; kill++) {
                Thread.sleep(random.nextInt(window));
                backlogs.add((double) server.broker().messages("default"));
                server.kill();
                long begun = System.nanoTime();
                server.start();
                recoveries.add((System.nanoTime() - begun) / 1e9);
                System.out.println("Killed " + kill + " of " + kills + " times; "
                        + backlogs.get(backlogs.size() - 1).intValue() + " messages were in the queue");
            }
            awaitEmpty(server);
            // Every two minutes, the server recovers transactions that were cut off in the middle of their commit.
            Thread.sleep(Integer.getInteger("drill.settle", 240) * 1_000L);
            report.circumstance("dead letters", server.broker().messages("dead_letter"));
            server.stop();
            Accounts accounts = Accounts.of(server.data());
            report.add(new Measurement("messages at the kill", "all", "tasks", backlogs));
            report.add(new Measurement("from the kill until workers consume", "all", "s", recoveries));
            judge(report, tasks, accounts, backlogs);
        }
    }

    private static void judge(Report report, int tasks, Accounts accounts, List<Double> backlogs) {
        List<String> broken = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            Balance balance = Balance.of(mode, tasks, accounts);
            balance.tell(report);
            broken.addAll(balance.broken());
        }
        long idle = backlogs.stream().filter(messages -> messages == 0).count();
        report.circumstance("kills of an idle server", idle);
        if (!broken.isEmpty()) {
            report.print(System.out);
            throw new IllegalStateException("These promises do not hold: " + broken);
        }
    }

    /** Sends tasks of all modes in turn, with several senders. Each task's id is its key in the ledger. */
    private static void sendAll(TaskApi api, int tasks, int millis, Instant due) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Callable<Void>> work = IntStream.range(0, SENDERS)
                    .<Callable<Void>>mapToObj(sender -> () -> {
                        for (int number = sender; number < tasks; number += SENDERS) {
                            for (Mode mode : Mode.values()) {
                                api.send(mode.task(), call(mode, mode.key(number), millis, due));
                            }
                        }
                        return null;
                    })
                    .toList();
            for (Future<Void> sent : senders.invokeAll(work)) {
                sent.get();
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private static Map<String, Object> call(Mode mode, String key, int millis, Instant due) {
        return Map.of(
                "args",
                Arrays.asList(key, millis / 1e3),
                "task_id",
                key,
                "eta",
                due.toString(),
                // Losses are only guaranteed to be reported for tasks whose result is wanted.
                "ignore_result",
                mode != Mode.EARLY);
    }

    private static void sleepUntil(Instant due) throws InterruptedException {
        long millis = Duration.between(Instant.now(), due).toMillis();
        if (millis < 0) {
            System.out.println("Sending took " + -millis + " ms longer than planned, so some tasks have started");
        }
        Thread.sleep(Math.max(0, millis));
    }

    /** Waits until the queue has been empty for a while. */
    private static void awaitEmpty(DrillServer server) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        Instant emptySince = null;
        while (emptySince == null || emptySince.plus(QUIET).isAfter(Instant.now())) {
            boolean isEmpty = server.broker().messages("default") == 0;
            emptySince = !isEmpty ? null : emptySince == null ? Instant.now() : emptySince;
            if (Instant.now().isAfter(deadline)) {
                throw new IOException(
                        "After " + PATIENCE.toMinutes() + " minutes, tasks are still queued; see " + server.log());
            }
            Thread.sleep(500);
        }
    }
}
