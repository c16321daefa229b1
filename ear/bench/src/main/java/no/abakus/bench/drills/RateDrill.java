package no.abakus.bench.drills;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.abakus.bench.Benchmark;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;
import no.abakus.bench.Settings;
import no.abakus.launcher.FolderTree;

/**
 * Counts how many tasks with a limit of ten per second start in a minute while more are waiting. The drill counts on
 * one node, then on two nodes with one limit for both together, and then on two nodes with a limit for each. The two
 * nodes share a broker and a database.
 */
final class RateDrill implements Benchmark {

    private static final String TASK = "diagnostics.limited";
    private static final int A_MINUTE = 600;
    private static final double TOLERANCE = 0.05;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The time until a node that has just started to consume gets its share of the turns. */
    private static final Duration SETTLING = Duration.ofSeconds(10);

    /**
     * Enough tasks for two minutes at the limit of one node, or one minute at the limits of two nodes, and for the time
     * between.
     */
    private static final int FLOOD = 3_000;

    private final List<String> broken = new ArrayList<>();

    @Override
    public void run(Settings settings, Report report) throws Exception {
        together(settings, report);
        eachByItself(settings, report);
        if (!broken.isEmpty()) {
            report.print(System.out);
            throw new IllegalStateException("The rate is not met: " + broken);
        }
    }

    private void together(Settings settings, Report report) throws Exception {
        try (Outside outside = Outside.start(settings);
                DrillServer first = node(settings, outside, "a", "cluster");
                DrillServer second = node(other(settings), outside, "b", "cluster")) {
            first.start();
            flood(first);
            minute("one node", A_MINUTE, report, first);
            second.start();
            minute("two nodes, a limit of both together", A_MINUTE, report, first, second);
            first.kill();
            second.kill();
        }
    }

    private void eachByItself(Settings settings, Report report) throws Exception {
        try (Outside outside = Outside.start(settings);
                DrillServer first = node(settings, outside, "a", "node");
                DrillServer second = node(other(settings), outside, "b", "node")) {
            first.start();
            second.start();
            flood(first);
            minute("two nodes, a limit of each", 2 * A_MINUTE, report, first, second);
            first.kill();
            second.kill();
        }
    }

    private static void flood(DrillServer server) throws Exception {
        Senders.send(0, FLOOD, number -> server.api().send(TASK, Map.of("args", List.of("rate"))));
    }

    private void minute(String variant, int wanted, Report report, DrillServer... nodes) throws Exception {
        System.out.println("A minute of " + variant);
        Thread.sleep(SETTLING.toMillis());
        Instant from = Instant.now();
        Thread.sleep(MINUTE.plusSeconds(2).toMillis());
        int all = 0;
        for (int node = 0; node < nodes.length; node++) {
            int begun = begun(nodes[node], from);
            all += begun;
            if (nodes.length > 1) {
                one(report, variant + ", node " + (node + 1), begun);
            }
        }
        one(report, variant, all);
        if (Math.abs(all - wanted) > TOLERANCE * wanted) {
            broken.add(variant + ": " + all + " tasks have started in a minute, but " + wanted + " may");
        }
    }

    private static void one(Report report, String variant, int tasks) {
        report.add(new Measurement("begun in a minute", variant, "tasks", List.of((double) tasks)));
    }

    private static int begun(DrillServer node, Instant from) throws IOException {
        int begun = 0;
        for (JsonNode line : new LoggedEvents(node.log()).of("task_started", from)) {
            if (line.path("task_name").asText().equals(TASK)
                    && LoggedEvents.at(line).isBefore(from.plus(MINUTE))) {
                begun++;
            }
        }
        return begun;
    }

    private static DrillServer node(Settings settings, Outside outside, String name, String scope)
            throws IOException, InterruptedException {
        DrillServer server = DrillServer.fresh(
                settings,
                "drill-rate-" + name,
                // Each node needs its own id, because both take part in transactions of the same broker and database.
                "-Djboss.tx.node.id=" + name,
                "-Dabakus.tasks.task.\"" + TASK + "\".rate-limit-scope=" + scope);
        OutsideParts.configure(settings, server, outside.brokerPort(), outside.databasePort());
        return server;
    }

    /** Returns the same settings with other ports. */
    private static Settings other(Settings settings) {
        return new Settings(
                settings.project(),
                settings.home(),
                settings.payara(),
                settings.portOffset() + 100,
                settings.repetitions(),
                settings.messages(),
                settings.sends(),
                settings.latencies(),
                settings.stores());
    }

    /** What the nodes share. */
    private record Outside(DrillBroker broker, DrillDatabase database, int brokerPort, int databasePort)
            implements AutoCloseable {

        static Outside start(Settings settings) throws Exception {
            Path folder = settings.output().resolve("drill-rate-data");
            FolderTree.delete(folder);
            Files.createDirectories(folder);
            int brokerPort = 61_616 + settings.portOffset() % 1_000;
            int databasePort = 54_000 + settings.portOffset() % 1_000;
            DrillBroker broker = DrillBroker.start(folder.resolve("artemis"), brokerPort);
            try {
                return new Outside(
                        broker,
                        DrillDatabase.start(folder.resolve("postgres"), databasePort),
                        brokerPort,
                        databasePort);
            } catch (IOException e) {
                broker.close();
                throw e;
            }
        }

        @Override
        public void close() throws Exception {
            database.close();
            broker.close();
        }
    }
}
