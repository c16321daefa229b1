package no.abakus.tasks.config;

import java.util.List;
import java.util.Set;

/**
 * Where messages go.
 *
 * @param defaultQueue the queue of tasks that declare no queue
 * @param externalQueues queues that another application consumes
 * @param createMissing whether tasks may also be sent to other, unlisted queues
 * @param exchanges the exchanges and their bindings
 * @param routes the options for calls of certain tasks
 */
public record RoutingConfig(
        String defaultQueue,
        Set<String> externalQueues,
        boolean createMissing,
        List<ExchangeRule> exchanges,
        List<RouteRule> routes) {

    static final Setting<String> DEFAULT_QUEUE =
            Setting.text("abakus.tasks.routing.default-queue", "default", "The queue of tasks that name no queue.");
    static final Setting<Set<String>> EXTERNAL_QUEUES = Setting.names(
            "abakus.tasks.routing.external-queues",
            "",
            "Queues to which tasks or replies (`replyTo`) may be sent, although no listener of this application"
                    + " consumes them.");
    static final Setting<Boolean> CREATE_MISSING = Setting.toggle(
            "abakus.tasks.routing.create-missing",
            false,
            "Whether calls may go to queues without a known consumer. Set this only if the broker creates missing"
                    + " queues.");
    static final Setting<List<ExchangeRule>> EXCHANGES = new Setting<>(
            "abakus.tasks.routing.exchanges",
            "exchanges, semicolon-separated",
            "",
            "Which routing keys lead to which queues, as `NAME TYPE KEY -> QUEUE, …`. TYPE is `direct`, `topic` or"
                    + " `fanout`. For `fanout`, list only the queues, without a key or an arrow.",
            ExchangeRule::parseAll);
    static final Setting<List<RouteRule>> ROUTES = new Setting<>(
            "abakus.tasks.routing.routes",
            "routes, semicolon-separated",
            "",
            "Options for the calls of certain tasks, as `TASKS -> OPTION=VALUE, …`. TASKS is a name, a glob or a"
                    + " `/REGEX/`; an exact name takes precedence.",
            RouteRule::parseAll);

    static final List<Setting<?>> SETTINGS = List.of(DEFAULT_QUEUE, EXTERNAL_QUEUES, CREATE_MISSING, EXCHANGES, ROUTES);

    /** Returns the queue of tasks that declare no queue, for code that runs before the whole configuration is read. */
    public static String defaultQueue(ConfigSource source) {
        return source.get(DEFAULT_QUEUE.key()).orElse(DEFAULT_QUEUE.defaultValue());
    }

    static RoutingConfig from(SettingReader reader) {
        return new RoutingConfig(
                reader.read(DEFAULT_QUEUE),
                reader.read(EXTERNAL_QUEUES),
                reader.read(CREATE_MISSING),
                reader.read(EXCHANGES),
                reader.read(ROUTES));
    }
}
