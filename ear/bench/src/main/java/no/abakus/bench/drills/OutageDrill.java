package no.abakus.bench.drills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.abakus.bench.Benchmark;
import no.abakus.bench.Measurement;
import no.abakus.bench.Report;
import no.abakus.bench.Settings;
import no.abakus.launcher.FolderTree;

/**
 * While tasks of all modes are sent and run, the drill cuts the connections to the broker for a while, then stops the
 * database for a while, and then does both together. Artemis and PostgreSQL are outside the server. Every task whose
 * send was confirmed must take effect in the end, the workers must resume by themselves, and the server's health must
 * report the state correctly.
 *
 * <p>Properties, with their defaults in parentheses: {@code drill.outage}, how many seconds an outage lasts (30);
 * {@code drill.calm}, how many seconds pass before each outage (20).
 */
final class OutageDrill implements Benchmark {

    private static final double RESUMED_WITHIN_SECONDS = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** How an operator would configure tasks that need a database that may be down. */
    static final List<String> RETRIED = Stream.of(Mode.values())
            .flatMap(mode -> Stream.of(
                    "-Dabakus.tasks.task.\"" + mode.task() + "\".autoretry-for=java.lang.Exception",
                    "-Dabakus.tasks.task.\"" + mode.task() + "\".max-retries=-1",
                    "-Dabakus.tasks.task.\"" + mode.task() + "\".retry-delay=PT2S"))
            .toList();

    private final List<String> broken = new ArrayList<>();

    @Override
    public void run(Settings settings, Report report) throws Exception {
        int outage = Integer.getInteger("drill.outage", 30);
        int calm = Integer.getInteger("drill.calm", 20);
        Path folder = settings.output().resolve("drill-outage-data");
        FolderTree.delete(folder);
        Files.createDirectories(folder);
        int broker = 61_616 + settings.portOffset() % 1_000;
        int behind = broker + 1_000;
        int postgres = 54_000 + settings.portOffset() % 1_000;
        try (DrillBroker artemis = DrillBroker.start(folder.resolve("artemis"), behind);
                Link link = Link.between(broker, behind);
                DrillDatabase database = DrillDatabase.start(folder.resolve("postgres"), postgres);
                DrillServer server = DrillServer.fresh(settings, "drill-outage", RETRIED.toArray(String[]::new))) {
            OutsideParts.configure(settings, server, broker, postgres);
            server.start();
            Load load = Load.on(server.api()::send);
            Thread.sleep(calm * 1_000L);
            outage("broker", outage, server, database, report, link::cut, link::mend);
            Thread.sleep(calm * 1_000L);
            outage("database", outage, server, database, report, database::stop, database::start);
            Thread.sleep(calm * 1_000L);
            outage(
                    "broker and database",
                    outage,
                    server,
                    database,
                    report,
                    () -> {
                        link.cut();
                        database.stop();
                    },
                    () -> {
                        database.start();
                        link.mend();
                    });
            Thread.sleep(calm * 1_000L);
            load.close();
            awaitEmpty(artemis, server);
            account(load, database, artemis, report);
        }
        if (!broken.isEmpty()) {
            report.print(System.out);
            throw new IllegalStateException("These promises do not hold: " + broken);
        }
    }

    private void outage(
            String what, int seconds, DrillServer server, DrillDatabase database, Report report, Step begin, Step end)
            throws Exception {
        System.out.println("Without " + what + " for " + seconds + " s");
        begin.run();
        double noticed = server.awaitHealth(503, seconds);
        int lies = 0;
        for (Instant over = Instant.now().plusMillis((long) ((seconds - noticed) * 1_000));
                Instant.now().isBefore(over); ) {
            lies += server.api().health() == 200 ? 1 : 0;
            Thread.sleep(500);
        }
        end.run();
        long back = System.nanoTime();
        long before = database.ledgerRows();
        while (database.ledgerRows() == before && System.nanoTime() - back < 120e9) {
            Thread.sleep(100);
        }
        double resumed = (System.nanoTime() - back) / 1e9;
        server.awaitHealth(200, 120);
        double healthy = (System.nanoTime() - back) / 1e9;
        one(report, "health says so after", what, "s", noticed);
        one(report, "health said UP meanwhile", what, "times", lies);
        one(report, "first effect after the return", what, "s", resumed);
        one(report, "health UP after the return", what, "s", healthy);
        if (lies > 0) {
            broken.add("health said UP " + lies + " times while there was no " + what);
        }
        if (resumed > RESUMED_WITHIN_SECONDS) {
            broken.add("workers resumed " + resumed + " s after " + what + " came back");
        }
    }

    private void account(Load load, DrillDatabase database, DrillBroker artemis, Report report) throws Exception {
        Accounts accounts = Accounts.of(database.url(), "postgres", "postgres");
        for (Mode mode : Mode.values()) {
            int missing = (int) load.taken(mode).stream()
                    .filter(number -> accounts.runs(mode.key(number)) == 0)
                    .count();
            int twice = (int) load.taken(mode).stream()
                    .filter(number -> accounts.runs(mode.key(number)) > 1)
                    .count();
            one(
                    report,
                    "tasks that were taken",
                    mode.name(),
                    "tasks",
                    load.taken(mode).size());
            one(report, "without effect", mode.name(), "tasks", missing);
            one(report, "effect seen twice", mode.name(), "tasks", twice);
            if (missing > 0) {
                broken.add(mode + ": " + missing + " tasks have had no effect");
            }
            if (mode != Mode.LATE && twice > 0) {
                broken.add(mode + ": " + twice + " tasks have had their effect more than once");
            }
        }
        report.circumstance("calls that were refused meanwhile", load.refused());
        report.circumstance("dead letters", artemis.messages("abakus.dead_letter") + artemis.messages("DLQ"));
    }

    private static void one(Report report, String metric, String variant, String unit, double value) {
        report.add(new Measurement(metric, variant, unit, List.of(value)));
    }

    private static void awaitEmpty(DrillBroker artemis, DrillServer server) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        for (int quiet = 0; quiet < 20; quiet++) {
            if (artemis.messages("abakus.default") > 0) {
                quiet = 0;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IOException(String.format(
                        Locale.ROOT,
                        "After %d minutes, %d tasks are still queued; see %s",
                        PATIENCE.toMinutes(),
                        artemis.messages("abakus.default"),
                        server.log()));
            }
            Thread.sleep(500);
        }
    }

    private interface Step {
        void run() throws Exception;
    }
}
