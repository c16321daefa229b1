package no.abakus.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Measures how late tasks with a countdown start, how many others start ahead of an urgent task, how much heap tasks
 * take while they wait until they are due, and how long it takes to list those at the broker. Also checks that the
 * tasks at the broker survive a restart and are listed. A wrong result ends the benchmark.
 */
final class DelaysBenchmark implements Benchmark {

    private static final int LOG_KEPT = 1 << 20;
    private static final int COUNTDOWNS = 1_000;
    private static final int COUNTDOWN_SECONDS = 3;
    private static final int MANY = 10_000;
    private static final int A_DAY = 86_400;

    /** The longest countdown, in seconds, for which a task waits at the broker and not in the database. */
    private static final int MINUTES = 300;

    private static final double MIB = 1 << 20;

    @Override
    public void run(Settings settings, Report report) throws Exception {
        Path archive = settings.project().resolve("ear/bench/target/abakus-bench-deployed.ear");
        Samples samples = new Samples();
        try (Server server = Server.start(settings, archive, LOG_KEPT, List.of());
                Circumstances circumstances = new Circumstances(report, server.management())) {
            for (Way way : Way.values()) {
                new LogLines(server.management(), way.logger()).on(false);
            }
            Deployed deployed = new Deployed(server.web("/bench/measure"));
            HeldQueue queue = queue(server, archive);
            countdowns(settings, deployed, samples);
            overtake(settings, deployed, queue, samples);
            waitForADay(deployed, queue, samples);
        }
        try (Server server = Server.again(settings, archive, LOG_KEPT)) {
            afterRestart(queue(server, archive), samples);
        }
        samples.metrics().forEach(metric -> report.add(samples.measurement(metric, "ours")));
    }

    private static HeldQueue queue(Server server, Path archive) {
        return new HeldQueue(
                server.management(),
                List.of("deployment", archive.getFileName().toString(), "subdeployment", "bench.war"),
                Way.OURS.queue());
    }

    private static void countdowns(Settings settings, Deployed deployed, Samples samples)
            throws IOException, InterruptedException {
        deployed.lateness(COUNTDOWNS, COUNTDOWN_SECONDS);
        for (int round = 0; round < settings.repetitions(); round++) {
            late("lateness after a 3 s countdown", deployed.lateness(COUNTDOWNS, COUNTDOWN_SECONDS), samples);
            late(
                    "lateness when all are due at one instant",
                    deployed.latenessTogether(COUNTDOWNS, COUNTDOWN_SECONDS),
                    samples);
        }
    }

    private static void late(String metric, long[] nanos, Samples samples) {
        List<Double> late = LongStream.of(nanos).mapToObj(one -> one / 1e6).toList();
        samples.add(metric + ", least", "ours", "ms", Measurement.quantile(late, 0));
        samples.add(metric + " p50", "ours", "ms", Measurement.quantile(late, 0.5));
        samples.add(metric + " p99", "ours", "ms", Measurement.quantile(late, 0.99));
        check(Measurement.quantile(late, 0) >= 0, "A task began before it was due");
    }

    /** Sends a task with priority 9 while 10,000 tasks with priority 0 are running or waiting. */
    private static void overtake(Settings settings, Deployed deployed, HeldQueue queue, Samples samples)
            throws IOException, InterruptedException {
        for (int round = 0; round < settings.repetitions(); round++) {
            queue.hold();
            deployed.delayed(MANY, 0, 0);
            deployed.expect(MANY + 1);
            queue.release();
            double ahead = deployed.overtaken(MANY);
            samples.add("priority-0 tasks (of 10,000) begun while the priority-9 task waited", "ours", "tasks", ahead);
        }
    }

    private static void waitForADay(Deployed deployed, HeldQueue queue, Samples samples)
            throws IOException, InterruptedException {
        double before = deployed.heap() / MIB;
        deployed.delayed(MANY, 4, A_DAY);
        samples.add("heap growth, 10,000 tasks due in a day", "ours", "MiB", deployed.heap() / MIB - before);
        check(queue.scheduled() == 0, "Tasks due in a day must not wait at the broker; waiting: " + queue.scheduled());
        before = deployed.heap() / MIB;
        deployed.delayed(MANY, 4, MINUTES);
        samples.add("heap growth, 10,000 tasks waiting at the broker", "ours", "MiB", deployed.heap() / MIB - before);
        check(queue.scheduled() == MANY, "10,000 tasks should wait at the broker; waiting: " + queue.scheduled());
    }

    private static void afterRestart(HeldQueue queue, Samples samples) throws IOException {
        check(
                queue.scheduled() == MANY,
                "After a restart, 10,000 tasks should wait at the broker; waiting: " + queue.scheduled());
        long begun = System.nanoTime();
        JsonNode listed = queue.listScheduled();
        samples.add("listing 10,000 tasks that wait at the broker", "ours", "ms", (System.nanoTime() - begun) / 1e6);
        check(listed.size() == MANY, "10,000 tasks should be listed; listed: " + listed.size());
        for (JsonNode message : listed) {
            long due = message.path("_AMQ_SCHED_DELIVERY").asLong();
            check(due > System.currentTimeMillis(), "A message is listed without a due time in the future: " + message);
        }
        samples.add("listed with their due time after a restart", "ours", "tasks", listed.size());
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
