package no.abakus.tasks.console.overview;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Supplier;
import no.abakus.logging.Log;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.console.applications.ApplicationName;
import no.abakus.tasks.console.contract.ApiCall;
import no.abakus.tasks.console.executions.Given;
import no.abakus.tasks.console.time.ConsoleClock;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.HistoryReader;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.operate.NodeStats;
import no.abakus.tasks.operate.QueueState;
import no.abakus.tasks.operate.TaskControl;
import no.abakus.tasks.operate.TaskHistory;

/**
 * The state of the whole system. If a source does not respond, its part is null and a sentence says so; the other parts
 * are present.
 */
@RequestScoped
@Path("overview")
@Produces(MediaType.APPLICATION_JSON)
public class OverviewResource {

    private static final Log log = Log.get();
    private static final Duration WINDOW = Duration.ofMinutes(5);

    @Inject
    TaskHistory history;

    @Inject
    TaskControl control;

    @Inject
    ConsoleClock clock;

    @GET
    @ApiCall(
            value = "Returns the state of the whole system; if a source does not respond, its part is null, and a"
                    + " sentence says so.",
            problems = {"bad-query", "history-unavailable"})
    public Overview overview(@QueryParam("application") String application) {
        ApplicationName named = ApplicationName.of(application);
        return named.isOther(history) ? ofOther(named) : overview(history, control, clock.now());
    }

    /** Returns the current state of the whole system. */
    public static Overview overview(TaskHistory history, TaskControl control, Instant now) {
        Map<String, Source> sources = new TreeMap<>();
        Optional<List<NodeStats>> stats =
                asked("nodes", sources, () -> List.copyOf(control.stats().values()));
        List<NodeView> nodes =
                stats.map(all -> all.stream().map(NodeView::of).toList()).orElse(null);
        long dropped = Dropped.count(stats.orElse(List.of()), history.dropped());
        return of(history, control::queues, nodes, dropped, sources, now);
    }

    /** Returns what the broker and the database know of another application. */
    private Overview ofOther(ApplicationName named) {
        HistoryReader theirs = Given.reached(() -> named.history(history, control));
        Map<String, Source> sources = new TreeMap<>();
        sources.put("nodes", new Source("Only the application's own console reaches its nodes."));
        return of(theirs, () -> taskQueues(named), null, null, sources, clock.now());
    }

    private List<QueueState> taskQueues(ApplicationName named) {
        return named.queues(control).stream()
                .filter(ApplicationName::isForTasks)
                .toList();
    }

    private static Overview of(
            HistoryReader history,
            Supplier<List<QueueState>> queuesNow,
            List<NodeView> nodes,
            Long dropped,
            Map<String, Source> sources,
            Instant now) {
        Optional<Past> past = history.origin().isMemory()
                ? Optional.empty()
                : asked("history", sources, () -> Past.of(history, from(now), now));
        if (history.origin().isMemory()) {
            sources.putIfAbsent("history", new Source(history.origin().sentence()));
        }
        if (dropped != null && dropped > 0) {
            sources.putIfAbsent("history", new Source(Dropped.sentence(dropped)));
        }
        List<FailingTask> failing = past.map(known -> FailingTask.of(known.counts(), known.groups(), now))
                .orElse(List.of());
        List<QueueView> queues = asked("broker", sources, queuesNow)
                .map(states -> states.stream().map(QueueView::of).toList())
                .orElse(null);
        Rates rates = past.map(known -> Rates.of(Counts.of(known.counts()), seconds(now)))
                .orElse(null);
        return new Overview(Verdict.of(failing, queues, nodes, rates), rates, queues, nodes, failing, dropped, sources);
    }

    /** What the history says about the window. */
    private record Past(List<MinuteCounts> counts, List<FailureGroup> groups) {
        static Past of(HistoryReader history, Instant from, Instant now) {
            return new Past(history.minutes(from, now, Optional.empty()), history.groups(from));
        }
    }

    /** Returns the start of the window, in whole minutes, because counts have no finer time. */
    private static Instant from(Instant now) {
        return now.minus(WINDOW).truncatedTo(ChronoUnit.MINUTES);
    }

    private static double seconds(Instant now) {
        return Duration.between(from(now), now).toMillis() / 1e3;
    }

    private static <T> Optional<T> asked(String source, Map<String, Source> sources, Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (OperationalException e) {
            log.error("control_unavailable", e);
            sources.put(source, new Source("This source does not respond; the other parts of the answer are current."));
            return Optional.empty();
        } catch (UnsupportedOperationException e) {
            sources.put(source, new Source(e.getMessage()));
            return Optional.empty();
        }
    }

    record Source(String sentence) {}

    record Rates(double throughput, Double failed, Double waitedP95, Double tookP95) {
        static Rates of(Counts counts, double seconds) {
            return new Rates(
                    counts.total() / seconds,
                    counts.failedPart().orElse(null),
                    counts.waitedP95().orElse(null),
                    counts.tookP95().orElse(null));
        }
    }

    record QueueView(String queue, Long waiting, Long scheduled, Long delivering, Long consumers, boolean paused) {
        static QueueView of(QueueState state) {
            return new QueueView(
                    state.queue(),
                    orNull(state.waiting()),
                    orNull(state.scheduled()),
                    orNull(state.delivering()),
                    orNull(state.consumers()),
                    state.paused());
        }

        private static Long orNull(OptionalLong number) {
            return number.isPresent() ? number.getAsLong() : null;
        }
    }

    record NodeView(String node, boolean takesTasks, int active, double heap, Instant started) {
        static NodeView of(NodeStats stats) {
            return new NodeView(
                    stats.node(),
                    stats.takesTasks(),
                    stats.active(),
                    stats.heapMax() <= 0 ? 0 : (double) stats.heapUsed() / stats.heapMax(),
                    stats.startedAt());
        }
    }

    /**
     * The state of the whole system. {@code dropped} is the number of ended executions that the nodes have not kept in
     * the history since their start. It is null for another application.
     */
    public record Overview(
            Verdict verdict,
            Rates rates,
            List<QueueView> queues,
            List<NodeView> nodes,
            List<FailingTask> failing,
            Long dropped,
            Map<String, Source> sources) {}
}
