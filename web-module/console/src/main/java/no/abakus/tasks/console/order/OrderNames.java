package no.abakus.tasks.console.order;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.abakus.tasks.console.problem.ControlProblems;

/** The orders by their names under {@code control}. */
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

    /** All members that any order has, by their names in JSON. */
    private static final Set<String> MEMBERS =
            ORDERS.values().stream().flatMap(OrderNames::members).collect(Collectors.toUnmodifiableSet());

    private OrderNames() {}

    private static Stream<String> members(Class<? extends Order> order) {
        return Stream.of(order.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }

    /**
     * Returns the body without the members that only other orders have, because a client may send the same body with
     * every order. Members that no order has remain and are refused later.
     */
    public static Map<String, Object> membersOf(Class<? extends Order> order, Map<String, Object> body) {
        Set<String> own = members(order).collect(Collectors.toSet());
        Map<String, Object> taken = new LinkedHashMap<>(body);
        taken.keySet().removeIf(name -> MEMBERS.contains(name) && !own.contains(name));
        return taken;
    }

    /**
     * Returns the order with this name.
     *
     * @throws no.abakus.web.problem.ProblemException if there is none; the problem lists all names
     */
    public static Class<? extends Order> named(String name) {
        Class<? extends Order> order = ORDERS.get(name);
        if (order == null) {
            throw ControlProblems.noOrder(
                    "There is no order '" + name + "'; the orders are " + String.join(", ", ORDERS.keySet()));
        }
        return order;
    }
}
