package no.abakus.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Measures our system and Celery alternately in one run. A separate harness outside this project runs and measures
 * Celery with its brokers; {@code -Dbench.peers=PATH/run.sh} says where it is. The harness must support two options.
 * {@code --out FILE} names the file for the figures, and {@code --also NAME=COMMAND} measures another system between
 * the harness's own parts.
 */
final class PeersBenchmark implements Benchmark {

    private static final String HARNESS = "bench.peers";
    private static final String OPTIONS = "bench.peers.options";
    private static final String PARTS = "--only enqueue,drain,backend,latency,eta";
    private static final int LOG_KEPT = 1 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void run(Settings settings, Report report) throws Exception {
        Path harness = harness();
        Path archive = settings.project().resolve("ear/bench/target/abakus-bench-deployed.ear");
        Path out = Files.createDirectories(settings.output()).resolve("peers-harness.jsonl");
        Files.deleteIfExists(out);
        try (Postgresql database = Postgresql.start();
                Server server = Server.start(
                        settings,
                        archive,
                        LOG_KEPT,
                        List.of("-Dabakus.tasks.result.data-source=" + Postgresql.DATA_SOURCE));
                Circumstances circumstances = new Circumstances(report, server.management())) {
            database.addTo(server.management());
            HeldQueue queue = new HeldQueue(
                    server.management(),
                    List.of("deployment", archive.getFileName().toString(), "subdeployment", "bench.war"),
                    Way.OURS.queue());
            Deployed deployed = new Deployed(server.web("/bench/measure"));
            warmUp(deployed);
            try (PeerParts ours = PeerParts.open(deployed, queue)) {
                measure(harness, out, ours);
            }
        }
        report(read(out), report);
    }

    private static Path harness() {
        String said = System.getProperty(HARNESS);
        if (said == null || !Files.isExecutable(Path.of(said))) {
            throw new IllegalArgumentException((said == null ? "Nothing" : said + ", which is not an executable file,")
                    + " is given as -D" + HARNESS
                    + ". The harness that measures Celery is not part of this project. Set -D" + HARNESS
                    + " to the path of a harness that takes --out FILE and --also NAME=COMMAND. Its further options"
                    + " are taken from -D" + OPTIONS + ", by default " + PARTS);
        }
        return Path.of(said).toAbsolutePath();
    }

    private static void warmUp(Deployed deployed) throws IOException, InterruptedException {
        for (int round = 0; round < 3; round++) {
            deployed.expect(2_000);
            deployed.send(Way.OURS, 6, 2_000, 100);
            deployed.drain();
        }
    }

    private static void measure(Path harness, Path out, PeerParts ours) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(harness.toString()));
        command.addAll(List.of(System.getProperty(OPTIONS, PARTS).split(" +", -1)));
        command.addAll(List.of("--out", out.toString(), "--also", PeerParts.NAME + "=" + ours.command()));
        int code = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (code != 0 || !Files.exists(out)) {
            throw new IOException(harness + " ended with code " + code + ", so nothing was compared");
        }
    }

    private static List<Measurement> read(Path out) throws IOException {
        List<Measurement> all = new ArrayList<>();
        for (String text : Files.readAllLines(out)) {
            JsonNode line = JSON.readTree(text);
            all.add(new Measurement(
                    line.path("metric").asText(),
                    line.path("variant").asText(),
                    line.path("unit").asText(),
                    StreamSupport.stream(line.path("values").spliterator(), false)
                            .map(JsonNode::asDouble)
                            .toList()));
        }
        return all;
    }

    /**
     * Adds everything that was measured, and compares each of our figures with Celery's best figure of the same kind.
     */
    private static void report(List<Measurement> all, Report report) {
        for (Measurement one : all) {
            if (!isOurs(one)) {
                report.add(one);
            }
        }
        for (Measurement ours : all) {
            if (isOurs(ours)) {
                best(all, ours)
                        .ifPresentOrElse(
                                peer -> report.add(new Comparison(
                                        ours.variant() + " beside " + peer.variant(), ours, peer, Optional.empty())),
                                () -> report.add(ours));
            }
        }
    }

    private static Optional<Measurement> best(List<Measurement> all, Measurement ours) {
        Comparator<Measurement> byMedian = Comparator.comparingDouble(Measurement::median);
        return all.stream()
                .filter(one -> !isOurs(one) && one.metric().equals(ours.metric()))
                .filter(one -> keepsResults(one) == keepsResults(ours))
                .max(ours.unit().equals("ms") ? byMedian.reversed() : byMedian);
    }

    private static boolean keepsResults(Measurement one) {
        return one.variant().contains("result=");
    }

    private static boolean isOurs(Measurement one) {
        return one.variant().startsWith(PeerParts.NAME + " ");
    }
}
