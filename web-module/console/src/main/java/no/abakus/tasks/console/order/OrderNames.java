package no.abakus.tasks.console.order;

import java.util.Map;
import java.util.TreeMap;
import no.abakus.tasks.console.problem.ControlProblems;

/** The orders by the names that they have under {@code control}. */
public final class OrderNames {

    private static final Map<String, Class<? extends Order>> ORDERS = new TreeMap<>(Map.ofEntries(
            Map.entry("revoke", Revoke.class),
            Map.entry("pause", Pause.class),
            Map.entry("resume", Resume.class),
            Map.entry("rate-limit", SetRateLimit.class),
            Map.entry("time-limit", SetTimeLimit.class),
            Map.entry("add-consumer", AddConsumer.class),
            Map.entry("cancel-consumer", CancelConsumer.class),
            Map.entry("quiet", Quiet.class),
            Map.entry("wake", Wake.class),
            Map.entry("shutdown", Shutdown.class),
            Map.entry("enable-events", EnableEvents.class),
            Map.entry("disable-events", DisableEvents.class)));

    private OrderNames() {}

    /**
     * The order of this name.
     *
     * @throws no.abakus.web.problem.ProblemException if there is none; it lists all
     */
    public static Class<? extends Order> named(String name) {
        Class<? extends Order> order = ORDERS.get(name);
        if (order == null) {
            throw ControlProblems.noOrder(
                    "There is no order '" + name + "'; there are " + String.join(", ", ORDERS.keySet()));
        }
        return order;
    }
}
