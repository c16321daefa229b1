package no.abakus.bench;

import java.util.List;
import java.util.Optional;
import no.abakus.bench.logs.JsonLogsBenchmark;
import no.abakus.bench.logs.JsonLogsBenchmark.Line;

/**
 * Measures what a log line costs, compared with Logback, Log4j 2, JBoss LogManager and bare Jackson, and how many lines
 * per second a server logs.
 */
final class JsonLogs implements Benchmark {
    private static final String OURS = "abakus";
    private static final String OURS_AT_FIRST = "abakusNewContext";
    private static final String FLOOR = "jackson";
    private static final String EXCEPTION = "encode, exception";
    private static final int MOST_ROUNDS = 3;
    private static final double NANOS_OF_BIND = 60;
    private static final double NANOS_OF_DISABLED = 2;

    @Override
    public void run(Settings settings, Report report) throws Exception {
        List<Line> lines = JsonLogsBenchmark.run(Math.min(2, settings.repetitions()));
        for (String metric : lines.stream().map(Line::metric).distinct().toList()) {
            List<Line> same =
                    lines.stream().filter(line -> line.metric().equals(metric)).toList();
            Optional<Measurement> ours = same.stream()
                    .filter(line -> line.variant().equals(OURS))
                    .findFirst()
                    .map(JsonLogs::time);
            boolean isRate = metric.startsWith(JsonLogsBenchmark.END_TO_END);
            for (Line line : same) {
                if (isRate) {
                    continue;
                }
                report.add(new Measurement(metric + ", allocated", line.variant(), "B", List.of(line.bytes())));
                if (line.variant().equals(OURS_AT_FIRST)) {
                    report.add(time(line));
                } else if (ours.isEmpty()) {
                    alone(report, line);
                } else if (!line.variant().equals(OURS)) {
                    report.add(new Comparison(
                            line.variant(),
                            ours.orElseThrow(),
                            time(line),
                            Optional.of(target(metric, line.variant()))));
                }
            }
            if (isRate) {
                report.add(new Comparison(
                        "JBoss LogManager's JsonFormatter",
                        rate(same.get(0)),
                        rate(same.get(1)),
                        Optional.of(Target.atLeast(metric, 1.5))));
            }
        }
        ServerLogs.measure(settings, Math.min(MOST_ROUNDS, settings.repetitions()), report);
    }

    private static Measurement rate(Line line) {
        return new Measurement(line.metric(), line.variant(), "lines/s", line.values());
    }

    private static void alone(Report report, Line line) {
        double most = line.variant().equals("disabled") ? NANOS_OF_DISABLED : NANOS_OF_BIND;
        report.add(new Measurement(line.metric() + " (target <= " + most + ")", line.variant(), "ns", line.values()));
    }

    private static Measurement time(Line line) {
        return new Measurement(line.metric(), line.variant(), "ns", line.values());
    }

    /**
     * Returns the target for this peer. The target must be met even against the best peer, so it is checked against
     * every peer.
     */
    private static Target target(String metric, String peer) {
        if (peer.equals(FLOOR)) {
            return Target.atMost(metric, 1.1);
        }
        return Target.atMost(metric, metric.equals(EXCEPTION) ? 0.5 : 0.6);
    }
}
