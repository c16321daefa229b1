package no.abakus.tasks.console.control;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.abakus.tasks.ControlAnswer;
import no.abakus.tasks.RevokeReport;
import no.abakus.tasks.TaskControl;

/** The orders that can be given over REST, by their names, and what answers them. */
final class OrdersByName {

    private static final Duration STANDARD_GRACE = Duration.ofMinutes(5);

    /** What an order is answered with. */
    @FunctionalInterface
    private interface Order {
        Object give(TaskControl control, OrderBody body);
    }

    private static final Map<String, Order> ORDERS = new TreeMap<>(Map.ofEntries(
            Map.entry("revoke", OrdersByName::revoke),
            Map.entry("pause", OrdersByName::pause),
            Map.entry("resume", OrdersByName::resume),
            Map.entry(
                    "rate-limit",
                    (control, body) ->
                            answers(control.rateLimit(body.requiredTask(), Optional.ofNullable(body.rate())))),
            Map.entry(
                    "time-limit",
                    (control, body) ->
                            answers(control.timeLimit(body.requiredTask(), body.softLimit(), body.hardLimit()))),
            Map.entry("add-consumer", (control, body) -> answers(control.addConsumer(body.requiredQueue()))),
            Map.entry("cancel-consumer", (control, body) -> answers(control.cancelConsumer(body.requiredQueue()))),
            Map.entry("quiet", (control, body) -> answers(control.quiet())),
            Map.entry("wake", (control, body) -> answers(control.wake())),
            Map.entry("shutdown", (control, body) -> answers(control.shutdown(body.graceOr(STANDARD_GRACE)))),
            Map.entry("enable-events", (control, body) -> answers(control.enableEvents())),
            Map.entry("disable-events", (control, body) -> answers(control.disableEvents()))));

    private OrdersByName() {}

    static Object give(String name, TaskControl control, OrderBody body) {
        Order order = ORDERS.get(name);
        if (order == null) {
            throw ControlProblems.noOrder(
                    "There is no order '" + name + "'; there are " + String.join(", ", ORDERS.keySet()));
        }
        return ControlProblems.reached(() -> order.give(body.at(control), body));
    }

    private static Object answers(Map<String, ControlAnswer> byNode) {
        return Map.of("answers", byNode);
    }

    private static Object revoke(TaskControl control, OrderBody body) {
        RevokeReport report = control.revoke(body.revocable(), Boolean.TRUE.equals(body.terminate()));
        Map<String, String> tasks = new TreeMap<>();
        report.tasks().forEach((id, outcome) -> tasks.put(id, outcome.code()));
        return Map.of("outcome", report.outcome().code(), "tasks", tasks);
    }

    private static Object pause(TaskControl control, OrderBody body) {
        if (isQueue(body, "pause")) {
            control.pauseQueue(body.queue());
        } else {
            control.pauseTask(body.task());
        }
        return Map.of("paused", true);
    }

    private static Object resume(TaskControl control, OrderBody body) {
        boolean wasPaused =
                isQueue(body, "resume") ? control.resumeQueue(body.queue()) : control.resumeTask(body.task());
        return Map.of("paused", false, "was_paused", wasPaused);
    }

    private static boolean isQueue(OrderBody body, String order) {
        if ((body.queue() == null) == (body.task() == null)) {
            throw ControlProblems.badOrder("Say what to " + order + " by one of queue and task");
        }
        return body.queue() != null;
    }
}
