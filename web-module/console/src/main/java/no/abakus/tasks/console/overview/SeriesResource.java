package no.abakus.tasks.console.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import no.abakus.tasks.console.applications.ApplicationName;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.console.executions.Given;
import no.abakus.tasks.console.time.ConsoleClock;
import no.abakus.tasks.operate.HistoryReader;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.operate.QueueDepth;
import no.abakus.tasks.operate.QueueDepths;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;

/** Counts of ended executions and depths of queues over time. */
@RequestScoped
@Path("series")
@Produces(MediaType.APPLICATION_JSON)
public class SeriesResource {

    private static final String DEPTH = "depth";
    private static final String THROUGHPUT = "throughput";
    private static final String FAILED = "failed";

    /** The figures that are zero if nothing happened. A latency is unknown then. */
    private static final Set<String> ZERO_IF_NOTHING = Set.of(THROUGHPUT, FAILED);

    private static final int MOST_POINTS = 1_500;
    private static final int SHORTEST = 60;
    private static final int LONGEST = 86_400;

    private static final Map<String, BiFunction<Counts, Integer, Optional<Double>>> VALUES = Map.of(
            THROUGHPUT,
            (counts, step) -> Optional.of((double) counts.total() / step),
            FAILED,
            (counts, step) -> counts.failedPart(),
            "waited_p50",
            (counts, step) -> counts.waitedP50(),
            "waited_p95",
            (counts, step) -> counts.waitedP95(),
            "took_p50",
            (counts, step) -> counts.tookP50(),
            "took_p95",
            (counts, step) -> counts.tookP95());

    @Inject
    TaskHistory history;

    @Inject
    TaskControl control;

    @Inject
    QueueDepths depths;

    @Inject
    ConsoleClock clock;

    @GET
    @ApiCall(
            value = "Returns a number over time.",
            problems = {"bad-query", "history-unavailable"})
    public Series series(
            @QueryParam("of") String of,
            @QueryParam("task") String task,
            @QueryParam("queue") String queue,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("step") @DefaultValue("60") String stepText,
            @QueryParam("application") String application) {
        ApplicationName named = ApplicationName.of(application);
        BiFunction<Counts, Integer, Optional<Double>> value = of == null ? null : VALUES.get(of);
        boolean isDepth = DEPTH.equals(of);
        if (value == null && !isDepth) {
            throw Given.badQuery("'of' takes throughput, failed, waited_p50, waited_p95, took_p50, took_p95 or depth");
        }
        if (isDepth ? task != null : queue != null) {
            throw Given.badQuery("'queue' is only allowed with of=depth, and 'task' only without of=depth");
        }
        int step = step(stepText);
        Instant now = clock.now();
        Instant end = Given.instant("to", to, now);
        Instant start =
                Given.instant("from", from, end.minus(Duration.ofHours(1))).truncatedTo(ChronoUnit.MINUTES);
        long points = Duration.between(start, end).toSeconds() / step + 1;
        if (!start.isBefore(end) || points > MOST_POINTS) {
            throw Given.badQuery("'from' must be before 'to', with at most " + MOST_POINTS + " steps between them");
        }
        HistoryReader read = Given.reached(() -> named.history(history, control));
        if (isDepth) {
            QueueDepths kept = named.depths(depths);
            List<QueueDepth> numbers = Given.reached(() -> Parts.depths(
                    start, end, now, (first, last) -> kept.depths(first, last, Optional.ofNullable(queue))));
            return new Series(of, step, DepthPoints.of(numbers, start, (int) points, step));
        }
        List<MinuteCounts> rows = Given.reached(() ->
                Parts.minutes(start, end, now, (first, last) -> read.minutes(first, last, Optional.ofNullable(task))));
        Set<Integer> observed = ZERO_IF_NOTHING.contains(of)
                ? Observed.slots(Given.reached(() -> named.depths(depths).minutes(start, end)), start, step, now)
                : Set.of();
        return new Series(of, step, points(rows, observed, start, (int) points, step, value));
    }

    private static int step(String text) {
        if (text.matches("[0-9]{1,5}")) {
            int step = Integer.parseInt(text);
            if (step >= SHORTEST && step <= LONGEST && step % SHORTEST == 0) {
                return step;
            }
        }
        throw Given.badQuery("step takes a multiple of 60 seconds, from " + SHORTEST + " to " + LONGEST);
    }

    private static List<Point> points(
            List<MinuteCounts> rows,
            Set<Integer> observed,
            Instant start,
            int count,
            int step,
            BiFunction<Counts, Integer, Optional<Double>> value) {
        Map<Integer, List<MinuteCounts>> bySlot = new HashMap<>();
        for (MinuteCounts row : rows) {
            int slot = (int) (Duration.between(start, row.at()).toSeconds() / step);
            bySlot.computeIfAbsent(slot, first -> new ArrayList<>()).add(row);
        }
        List<Point> points = new ArrayList<>(count);
        for (int slot = 0; slot < count; slot++) {
            Counts counts = Counts.of(bySlot.getOrDefault(slot, List.of()));
            Optional<Double> nothing = observed.contains(slot) ? Optional.of(0.0) : Optional.empty();
            Optional<Double> known = counts.total() == 0 ? nothing : value.apply(counts, step);
            points.add(new Point(start.plusSeconds((long) slot * step), known.orElse(null)));
        }
        return points;
    }

    /** A step; {@code value} is null if nothing was observed in it. */
    record Point(Instant at, Double value) {}

    record Series(String of, int step, List<Point> points) {}
}
