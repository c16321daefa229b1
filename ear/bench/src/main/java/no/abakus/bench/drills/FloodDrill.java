package no.abakus.bench.drills;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.abakus.bench.Benchmark;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;
import no.abakus.bench.Settings;

/**
 * Floods a queue with 10,000 tasks, of which at most ten may start per second. Measures how long other tasks of the
 * same queue wait, and how many tasks of the flood run in a minute.
 */
final class FloodDrill implements Benchmark {

    private static final int FLOOD = 10_000;
    private static final int OTHERS = 400;
    private static final long BETWEEN_MILLIS = 100;
    private static final double MOST_RATIO = 2;
    private static final int A_MINUTE = 600;
    private static final double TOLERANCE = 0.05;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Override
    public void run(Settings settings, Report report) throws Exception {
        try (DrillServer server = DrillServer.fresh(settings, "drill-flood")) {
            server.start();
            // The first tasks run before the JVM has compiled their code, so their times are not used.
            waits(server);
            List<Double> without = waits(server);
            Senders.send(
                    0, FLOOD, number -> server.api().send("diagnostics.limited", Map.of("args", List.of("flood"))));
            Instant flooded = Instant.now();
            List<Double> with = waits(server);
            Thread.sleep(Math.max(
                    0,
                    MINUTE.plusSeconds(3)
                            .minus(Duration.between(flooded, Instant.now()))
                            .toMillis()));

            report.add(new Measurement("waiting of the others, of all", "without the flood", "ms", without));
            report.add(new Measurement("waiting of the others, of all", "with the flood", "ms", with));
            report.add(new Measurement("waiting of the others, p95", "without the flood", "ms", List.of(p95(without))));
            report.add(new Measurement("waiting of the others, p95", "with the flood", "ms", List.of(p95(with))));
            report.add(new Measurement("p95, ratio", "with / without", "x", List.of(p95(with) / p95(without))));
            List<JsonNode> ended = new LoggedEvents(server.log()).of("task_succeeded", flooded);
            long rate = ended.stream()
                    .filter(line -> line.path("task_name").asText().equals("diagnostics.limited"))
                    .filter(line -> LoggedEvents.at(line).isBefore(flooded.plus(MINUTE)))
                    .count();
            report.add(new Measurement(
                    "of the flood, run in a minute (600 may)", "one node", "tasks", List.of((double) rate)));
            server.kill();
            double ratio = p95(with) / p95(without);
            if (ratio > MOST_RATIO || Math.abs(rate - A_MINUTE) > TOLERANCE * A_MINUTE) {
                report.print(System.out);
                throw new IllegalStateException(
                        "Other tasks waited " + ratio + " times as long (at most " + MOST_RATIO + " are allowed), and "
                                + rate + " tasks of the flood ran in a minute (" + A_MINUTE + " are expected); see "
                                + server.log());
            }
        }
    }

    private static double p95(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.floor(0.95 * (sorted.size() - 1)));
    }

    /** Sends other tasks at an even pace and returns how long each waited at the broker. */
    private static List<Double> waits(DrillServer server) throws Exception {
        Instant begun = Instant.now();
        for (int i = 0; i < OTHERS; i++) {
            server.api().send("diagnostics.add", Map.of("args", List.of(i, 1)));
            Thread.sleep(BETWEEN_MILLIS);
        }
        List<Double> waits = new ArrayList<>();
        for (int tries = 0; waits.size() < OTHERS && tries < 100; tries++) {
            Thread.sleep(200);
            waits.clear();
            for (JsonNode line : new LoggedEvents(server.log()).of("task_succeeded", begun)) {
                if (line.path("task_name").asText().equals("diagnostics.add")) {
                    waits.add(line.path("queue_ms").asDouble());
                }
            }
        }
        if (waits.size() != OTHERS) {
            throw new IllegalStateException(waits.size() + " of " + OTHERS + " tasks have ended; see " + server.log());
        }
        return waits;
    }
}
