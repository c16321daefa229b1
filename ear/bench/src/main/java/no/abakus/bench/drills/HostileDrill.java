package no.abakus.bench.drills;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.abakus.bench.Benchmark;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;
import no.abakus.bench.Settings;
import no.abakus.bench.drills.hostile.Attack;
import no.abakus.bench.drills.hostile.OddRequests;
import no.abakus.bench.drills.hostile.Siege;

/**
 * Attacks a server in several ways at the same time while honest tasks are sent. No honest task may be lost, except
 * tasks that do not run again if the process ends. The time without a healthy response may not exceed three seconds,
 * except while the process restarts. Every log line must be JSON, and the heap must return to about its former size.
 *
 * <p>Properties, with their defaults in parentheses: {@code drill.minutes}, how long the attacks last (30); {@code
 * drill.seed}, the seed of the random attacks; {@code drill.deaths}, whether bodies that end the process are among the
 * attacks ({@code true}).
 */
final class HostileDrill implements Benchmark {

    private static final double LONGEST_GAP_SECONDS = 3;
    private static final int MOST_ROUNDS = 20;
    private static final double TOLERATED_HEAP = 1.25;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> BAD_BODIES = List.of("diagnostics.overflow", "diagnostics.fail");
    private static final List<String> DEADLY_BODIES = List.of("diagnostics.exhaust", "diagnostics.exit");
    private static final Map<String, List<?>> ARGUMENTS = Map.of(
            "diagnostics.fail",
            List.of("on purpose"),
            "diagnostics.exhaust",
            List.of(1),
            "diagnostics.exit",
            List.of(5));
    private static final long BETWEEN_DEATHS_MILLIS = 240_000;

    private final List<String> broken = new ArrayList<>();

    @Override
    public void run(Settings settings, Report report) throws Exception {
        int minutes = Integer.getInteger("drill.minutes", 30);
        long seed = Long.getLong("drill.seed", System.nanoTime());
        boolean deaths = Boolean.parseBoolean(System.getProperty("drill.deaths", "true"));
        System.out.println("drill-hostile: " + minutes + " minutes, seed " + seed);
        report.circumstance("minutes", minutes);
        report.circumstance("seed", seed);
        String password = UUID.randomUUID().toString();
        try (DrillServer server = DrillServer.fresh(settings, "drill-hostile")) {
            server.addApplicationUser("stranger", password, "abakus-client");
            server.start();
            Load warmUp = Load.on(server.api()::send);
            Thread.sleep(60_000);
            warmUp.close();
            double before = heap(server);

            OddRequests requests = new OddRequests(server.http(), "operator", DrillServer.OPERATOR);
            List<Attack> attacks = new ArrayList<>(List.of(
                    Attack.hungrySockets(server.http(), "operator", DrillServer.OPERATOR),
                    Attack.passwordGuesses(server.http()),
                    requests,
                    Attack.oddMessages(server.http(), "stranger", password),
                    Attack.dyingBodies(server.api(), BAD_BODIES, ARGUMENTS, 2_000)));
            if (deaths) {
                attacks.add(Attack.dyingBodies(server.api(), DEADLY_BODIES, ARGUMENTS, BETWEEN_DEATHS_MILLIS));
            }
            HealthGaps gaps = HealthGaps.supervising(server);
            Load load = Load.from(warmUp, server.api()::send);
            Siege siege = Siege.of(attacks, seed);
            Thread.sleep(Duration.ofMinutes(minutes).toMillis());
            siege.close();
            load.close();
            awaitEmpty(server);
            gaps.close();
            // Dead letters are kept in memory until an operator has seen them; that is no leak.
            one(report, "dead letters", "all", "messages", (double)
                    server.broker().removeAll("dead_letter"));
            double after = heap(server);
            server.stop();

            siege.blows().forEach((attack, blows) -> {
                one(report, "blows", attack, "times", blows);
                require(blows > 0, attack + " never struck");
            });
            one(report, "longest time without health", "beside restarts", "s", gaps.longestSeconds());
            one(report, "restarts", "all", "times", gaps.restarts());
            one(report, "heap after a collection", "before", "MB", before);
            one(report, "heap after a collection", "after", "MB", after);
            report.circumstance("calls that were refused meanwhile", load.refused());
            judgeTasks(load, server, gaps.restarts(), report);
            judgeLines(server.log(), report);
            require(
                    gaps.longestSeconds() <= LONGEST_GAP_SECONDS,
                    "health was not UP for " + gaps.longestSeconds() + " s");
            require(after <= before * TOLERATED_HEAP, "the heap went from " + before + " MB to " + after + " MB");
            one(
                    report,
                    "requests answered by 5xx",
                    "first fifty",
                    "times",
                    requests.failures().size());
            requests.failures().forEach(System.out::println);
            require(requests.failures().isEmpty(), requests.failures().size() + " odd requests got a 5xx");
        }
        if (!broken.isEmpty()) {
            report.print(System.out);
            throw new IllegalStateException("These promises do not hold: " + broken);
        }
    }

    private void judgeTasks(Load load, DrillServer server, int restarts, Report report) throws Exception {
        Accounts accounts = Accounts.of(server.data());
        for (Mode mode : Mode.values()) {
            List<String> keys = load.taken(mode).stream().map(mode::key).toList();
            List<String> lost =
                    keys.stream().filter(key -> accounts.runs(key) == 0).toList();
            long twice = keys.stream().filter(key -> accounts.runs(key) > 1).count();
            one(report, "honest tasks", mode.name(), "tasks", keys.size());
            one(report, "honest tasks without effect", mode.name(), "tasks", lost.size());
            one(report, "effect seen twice", mode.name(), "tasks", (double) twice);
            require(
                    lost.isEmpty() || (restarts > 0 && !mode.comesAgain()),
                    mode + ": " + lost.size() + " tasks have had no effect: "
                            + lost.subList(0, Math.min(5, lost.size())));
            require(twice == 0 || mode == Mode.LATE, mode + ": " + twice + " tasks have had their effect twice");
        }
    }

    private void judgeLines(Path log, Report report) throws IOException {
        Map<String, Integer> rounds = new HashMap<>();
        long[] odd = new long[1];
        try (Stream<String> lines = Files.lines(log)) {
            lines.forEach(line -> {
                try {
                    JsonNode read = JSON.readTree(line);
                    odd[0] += read.isObject() ? 0 : 1;
                    // A message that is given back before it has been read has no id yet.
                    if (read.path("event").asText().equals("message_given_back") && read.has("task_id")) {
                        rounds.merge(read.path("task_id").asText(), 1, Integer::sum);
                    }
                } catch (JsonProcessingException e) {
                    odd[0]++;
                }
            });
        }
        int most = rounds.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        one(report, "lines that are not JSON", "all", "lines", (double) odd[0]);
        one(report, "most rounds of a message", "all", "times", most);
        require(odd[0] == 0, odd[0] + " lines are not JSON; see " + log);
        require(most <= MOST_ROUNDS, "a message was given back " + most + " times; see " + log);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }

    /** Returns the lowest of three values, because a collection may miss what was just released. */
    private static double heap(DrillServer server) throws IOException, InterruptedException {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            Thread.sleep(2_000);
            least = Math.min(least, server.broker().heapAfterCollection() / 1e6);
        }
        return least;
    }

    private static void one(Report report, String metric, String variant, String unit, double value) {
        report.add(new Measurement(metric, variant, unit, List.of(value)));
    }

    private static void awaitEmpty(DrillServer server) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        for (int quiet = 0; quiet < 20; quiet++) {
            if (server.broker().messages("default") > 0) {
                quiet = 0;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IOException(
                        "After " + PATIENCE.toMinutes() + " minutes, tasks are still queued; see " + server.log());
            }
            Thread.sleep(500);
        }
    }
}
