package no.abakus.tasks.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import no.abakus.logging.Log;
import no.abakus.tasks.DeliveryMode;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.TaskSignature;
import no.abakus.tasks.config.ApplicationConfig;
import no.abakus.tasks.config.RoutingConfig;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskRouter;

/**
 * Decides the destination and the priority of a call: from the call itself, else from a route, else from the task, else
 * from the defaults. The event {@code task_routed} at level debug shows the reason. Thread-safe.
 */
public final class Router {

    private static final Log log = Log.get(Router.class);

    private static final int LOWEST_PRIORITY = 0;
    private static final int HIGHEST_PRIORITY = 9;
    private static final int DEFAULT_PRIORITY = TaskAttributes.DEFAULTS.priority();
    private static final String DEFAULT_ELSEWHERE = "default";
    private static final String BY_TASK = "the task's queue, or the default queue";

    private final String defaultQueue;
    private final KnownQueues queues;
    private final Exchanges exchanges;
    private final RouteTable routes;
    private final List<TaskRouter> routers;

    /**
     * Creates a router to the default queue, to the queues that this application's listeners consume, and to external
     * queues.
     *
     * @param routers called in their order, before the configured routes
     * @param problems receives mistakes in the configuration
     */
    public Router(
            RoutingConfig config, Set<String> consumedQueues, List<TaskRouter> routers, Consumer<String> problems) {
        this.defaultQueue = config.defaultQueue();
        this.queues = new KnownQueues(config, consumedQueues);
        this.exchanges = new Exchanges(config.exchanges(), queues, problems);
        this.routes = new RouteTable(config.routes(), problems);
        this.routers = routers.stream()
                .sorted(Comparator.comparingInt(TaskRouter::order))
                .toList();
        routes.all().forEach(route -> check(route, problems));
    }

    private void check(RouteTable.Match route, Consumer<String> problems) {
        try {
            destinations(TaskAttributes.DEFAULTS, route.options());
        } catch (TaskOptionException e) {
            problems.accept("The route of '" + route.pattern() + "' (abakus.tasks.routing.routes) leads nowhere: "
                    + e.getMessage() + ".");
        }
    }

    /** Returns the queues that calls can go to. */
    public Set<String> queues() {
        return queues.names();
    }

    /** Returns the options for the call: its own options, and the options of its route that the call does not set. */
    public TaskOptions options(TaskSignature call) {
        if (routers.isEmpty() && routes.isEmpty()) {
            return call.options();
        }
        for (TaskRouter router : routers) {
            Optional<TaskOptions> answer = router.route(call);
            if (answer.isPresent()) {
                return merge(call, answer.get(), router.getClass().getName());
            }
        }
        return routes.of(call.task())
                .map(match -> merge(call, match.options(), "route " + match.pattern()))
                .orElse(call.options());
    }

    /**
     * Merges the options. If the call names a queue, an exchange of the route must not redirect the call. If the call
     * names an exchange, a queue of the route must not redirect it.
     */
    private static TaskOptions merge(TaskSignature call, TaskOptions route, String origin) {
        TaskOptions said = call.options();
        TaskOptions merged = said.over(route);
        if (said.get(TaskOption.QUEUE).isPresent() && !said.says(TaskOption.EXCHANGE)) {
            merged = merged.withNone(TaskOption.EXCHANGE);
        } else if (said.get(TaskOption.EXCHANGE).isPresent() && !said.says(TaskOption.QUEUE)) {
            merged = merged.withNone(TaskOption.QUEUE);
        }
        if (log.isDebugEnabled()) {
            log.debug("task_route_found", "task_name", call.task(), "why", origin, "options", route.toString());
        }
        return merged;
    }

    /** Whether the options name a destination, so that a task that is unknown here can be sent. */
    public boolean leadsSomewhere(TaskOptions options) {
        return options.get(TaskOption.QUEUE).isPresent()
                || options.get(TaskOption.EXCHANGE).isPresent()
                || options.get(TaskOption.ROUTING_KEY).isPresent()
                || options.get(TaskOption.APPLICATION).isPresent();
    }

    /**
     * Returns the destinations of a call with these options: one queue or, with an exchange, one or more queues.
     *
     * @throws TaskOptionException if the queue, exchange or reply queue is unknown here, the key is not bound, or the
     *     priority is out of JMS's range
     */
    public List<Route> destinations(TaskAttributes attributes, TaskOptions options) {
        if (options.isEmpty()) {
            String queue = queues.known(attributes.queue().orElse(defaultQueue));
            return List.of(decided(new Route(queue, inRange(attributes.priority())), BY_TASK));
        }
        options.get(TaskOption.REPLY_TO).filter(answers -> !answers.isBlank()).ifPresent(queues::known);
        Optional<String> exchange = options.get(TaskOption.EXCHANGE);
        Optional<String> key = options.get(TaskOption.ROUTING_KEY);
        Optional<String> queue = options.get(TaskOption.QUEUE);
        Envelope envelope = new Envelope(
                priority(attributes, options),
                exchange,
                key,
                options.get(TaskOption.DELIVERY_MODE).orElse(DeliveryMode.PERSISTENT));
        Optional<String> application = options.get(TaskOption.APPLICATION);
        if (application.isPresent()) {
            return List.of(decided(
                    envelope.to(elsewhere(application.get(), exchange, queue.or(attributes::queue))),
                    "the call names the application"));
        }
        if (exchange.isPresent() && queue.isPresent()) {
            throw new TaskOptionException(
                    "The call names the queue '" + queue.get() + "' and the exchange '" + exchange.get()
                            + "'. Name only one of them, because the bindings of an exchange decide which queues it"
                            + " leads to");
        }
        if (exchange.isPresent()) {
            return exchanges.queues(exchange.get(), key.orElse("")).stream()
                    .map(bound -> decided(envelope.to(queues.known(bound)), "bound to the exchange " + exchange.get()))
                    .toList();
        }
        if (queue.isPresent()) {
            return List.of(decided(envelope.to(queues.known(queue.get())), "the call or its route says so"));
        }
        if (key.isPresent() && !options.says(TaskOption.QUEUE)) {
            // This is like AMQP's default exchange, to which every queue is bound under its own name.
            return List.of(decided(envelope.to(queues.known(key.get())), "the routing key is its name"));
        }
        // An explicit "none" also rules out the task's own queue. An unset queue does not.
        String fallback = options.says(TaskOption.QUEUE)
                ? defaultQueue
                : attributes.queue().orElse(defaultQueue);
        return List.of(decided(envelope.to(queues.known(fallback)), BY_TASK));
    }

    /**
     * Returns the destinations of a task that was sent before by this route. The parts of the route that the options do
     * not change stay as they were.
     *
     * @throws TaskOptionException if the options lead nowhere, as in {@link #destinations(TaskAttributes, TaskOptions)}
     */
    public List<Route> destinations(TaskAttributes attributes, TaskOptions changes, Route before) {
        TaskOptions options = ChangedRoute.options(changes, before);
        if (ChangedRoute.isElsewhere(changes)) {
            return destinations(attributes, options);
        }
        options.get(TaskOption.REPLY_TO).filter(answers -> !answers.isBlank()).ifPresent(queues::known);
        Envelope envelope = new Envelope(
                priority(attributes, options),
                before.exchange(),
                before.routingKey(),
                options.get(TaskOption.DELIVERY_MODE).orElse(DeliveryMode.PERSISTENT));
        return List.of(decided(envelope.to(before.queue()), "the earlier task went there"));
    }

    /** Returns the queue of another application. Only that application knows which queues it has. */
    private static String elsewhere(String application, Optional<String> exchange, Optional<String> queue) {
        if (exchange.isPresent()) {
            throw new TaskOptionException(
                    "The call names the application '" + application + "' and the exchange '" + exchange.get()
                            + "'. Name a queue of that application instead, because exchanges lead only to queues of"
                            + " this application");
        }
        if (!ApplicationConfig.isName(application)) {
            throw new TaskOptionException("The call names the application '" + application
                    + "', but the name of an application has 1 to " + ApplicationConfig.LONGEST
                    + " letters, digits and underscores");
        }
        return application + "/" + queue.orElse(DEFAULT_ELSEWHERE);
    }

    private record Envelope(int priority, Optional<String> exchange, Optional<String> key, DeliveryMode mode) {
        Route to(String queue) {
            return new Route(queue, priority, exchange, key, mode);
        }
    }

    private static int priority(TaskAttributes attributes, TaskOptions options) {
        return inRange(options.get(TaskOption.PRIORITY)
                .orElse(options.says(TaskOption.PRIORITY) ? DEFAULT_PRIORITY : attributes.priority()));
    }

    private static int inRange(int priority) {
        if (priority < LOWEST_PRIORITY || priority > HIGHEST_PRIORITY) {
            throw new TaskOptionException("Priority " + priority
                    + " is out of range; JMS priorities are 0 (last) to 9 (first), and 4 is the" + " default");
        }
        return priority;
    }

    private static Route decided(Route route, String why) {
        if (log.isDebugEnabled()) {
            log.debug("task_routed", "queue", route.queue(), "priority", route.priority(), "why", why);
        }
        return route;
    }
}
