package no.abakus.tasks.console.order;

import java.util.List;
import java.util.Map;
import no.abakus.tasks.operate.ControlAnswer;
import no.abakus.tasks.operate.TaskControl;

/** An order as a client wrote it. */
public sealed interface Order
        permits Revoke,
                Pause,
                Resume,
                SetRateLimit,
                SetTimeLimit,
                AddConsumer,
                CancelConsumer,
                Quiet,
                Wake,
                Shutdown,
                EnableEvents,
                DisableEvents {

    /**
     * Gives the order, and returns the result for the client.
     *
     * @throws no.abakus.web.problem.ProblemException if a member is missing or out of range
     */
    OrderResult give(TaskControl control);

    /**
     * Returns the nodes' answers as clients see them, and which of the named nodes did not answer in time.
     *
     * @param nodes the nodes that the client named; null or empty for all
     */
    static OrderResult answers(Map<String, ControlAnswer> byNode, List<String> nodes) {
        List<String> silent = nodes == null
                ? List.of()
                : nodes.stream()
                        .filter(node -> !byNode.containsKey(node))
                        .distinct()
                        .sorted()
                        .toList();
        return new OrderResult.Answers(byNode, silent);
    }
}
