package no.abakus.tasks.console.overview;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.abakus.tasks.console.overview.OverviewResource.NodeView;
import no.abakus.tasks.console.overview.OverviewResource.QueueView;
import no.abakus.tasks.console.overview.OverviewResource.Rates;

/**
 * The state of the system in one sentence: the worst that is known.
 *
 * @param level {@code ok}, {@code warning} or {@code error}
 * @param sentence the sentence
 * @param link where the details are, relative to the API; null if nothing is wrong or the broker does not respond
 */
record Verdict(String level, String sentence, String link) {

    private static final String OK = "ok";
    private static final String WARNING = "warning";
    private static final String ERROR = "error";

    static Verdict of(List<FailingTask> failing, List<QueueView> queues, List<NodeView> nodes, Rates rates) {
        if (queues == null) {
            return new Verdict(ERROR, "The broker does not respond.", null);
        }
        return abandoned(queues)
                .or(() -> failing.stream().findFirst().map(Verdict::failing))
                .or(() -> quiet(nodes))
                .or(() -> paused(queues))
                .orElseGet(() -> new Verdict(OK, healthy(rates), null));
    }

    private static Optional<Verdict> abandoned(List<QueueView> queues) {
        return queues.stream()
                .filter(queue -> !queue.paused()
                        && queue.consumers() != null
                        && queue.consumers() == 0
                        && queue.waiting() != null
                        && queue.waiting() > 0)
                .findFirst()
                .map(queue -> new Verdict(
                        ERROR,
                        "The queue " + queue.queue() + " has " + queue.waiting() + " waiting tasks and no consumer.",
                        "queues"));
    }

    private static Verdict failing(FailingTask task) {
        String error = task.error() == null ? "" : ": " + task.error();
        String since = task.since() == null ? "" : " since " + task.since();
        return new Verdict(
                WARNING,
                String.format(Locale.ROOT, "%s fails %.0f %%%s%s.", task.name(), task.failed() * 100, since, error),
                task.group() == null ? "failures" : "failures/" + task.group());
    }

    private static Optional<Verdict> quiet(List<NodeView> nodes) {
        if (nodes == null) {
            return Optional.empty();
        }
        return nodes.stream()
                .filter(node -> !node.takesTasks())
                .findFirst()
                .map(node -> new Verdict(WARNING, "Node " + node.node() + " takes no tasks.", "workers"));
    }

    private static Optional<Verdict> paused(List<QueueView> queues) {
        return queues.stream()
                .filter(QueueView::paused)
                .findFirst()
                .map(queue -> new Verdict(WARNING, "The queue " + queue.queue() + " is paused.", "queues"));
    }

    private static String healthy(Rates rates) {
        return rates == null
                ? "Nothing is known to be wrong."
                : String.format(Locale.ROOT, "All is well: %.1f tasks a second.", rates.throughput());
    }
}
