package no.abakus.tasks.console.order;

import java.util.List;
import java.util.Map;
import no.abakus.tasks.operate.ControlAnswer;

/** The result of an order as clients see it. */
public sealed interface OrderResult {

    /**
     * What each node answered.
     *
     * @param answers the nodes' answers, by node
     * @param silent the named nodes that did not answer in time
     */
    record Answers(Map<String, ControlAnswer> answers, List<String> silent) implements OrderResult {}

    /**
     * A queue or a task is paused.
     *
     * @param paused true
     */
    record Paused(boolean paused) implements OrderResult {}

    /**
     * A queue or a task is not paused any more.
     *
     * @param paused false
     * @param wasPaused whether it was paused before
     */
    record Resumed(boolean paused, boolean wasPaused) implements OrderResult {}

    /**
     * Tasks are revoked.
     *
     * @param outcome the outcome of the order
     * @param tasks the outcome for each task that was found, by id
     */
    record Revoked(String outcome, Map<String, String> tasks) implements OrderResult {}
}
