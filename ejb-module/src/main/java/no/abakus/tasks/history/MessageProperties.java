package no.abakus.tasks.history;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.logging.LogContext;
import no.abakus.tasks.DeliveryMode;
import no.abakus.tasks.spi.MessageBody;
import no.abakus.tasks.spi.MessageExtras;
import no.abakus.tasks.spi.ParameterTypes;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskArguments;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.spi.UnreadableMessageException;

/**
 * Writes a message without its body as JSON, and reads that JSON. Leaves out the due time and the expiry time, because
 * these times do not apply to a new task. Thread-safe.
 */
final class MessageProperties {

    static final String QUEUE = "queue";
    static final String PRIORITY = "priority";
    static final String EXCHANGE = "exchange";
    static final String ROUTING_KEY = "routing_key";
    static final String DELIVERY_MODE = "delivery_mode";
    static final String IGNORE_RESULT = "ignore_result";
    static final String LINK = "link";
    static final String LINK_ERROR = "link_error";
    static final String SHADOW = "shadow";
    static final String TIME_LIMIT = "time_limit";
    static final String SOFT_TIME_LIMIT = "soft_time_limit";
    static final String HEADERS = "headers";
    static final String CORRELATION_ID = "correlation_id";
    static final String REPLY_TO = "reply_to";
    static final String GROUP = "group";
    static final String CONTEXT = "context";

    private static final ParameterTypes UNTYPED = new ParameterTypes() {
        @Override
        public Optional<Type> at(int position) {
            return Optional.of(Object.class);
        }

        @Override
        public Optional<Type> named(String name) {
            return Optional.of(Object.class);
        }
    };

    private final TaskSerializer json;

    MessageProperties(TaskSerializer json) {
        this.json = json;
    }

    /** Writes the parts as JSON. */
    String write(TaskMessage message, Optional<Route> route, Optional<String> queue) {
        Map<String, Object> all = new LinkedHashMap<>();
        queue.ifPresent(name -> all.put(QUEUE, name));
        route.ifPresent(known -> {
            all.put(PRIORITY, known.priority());
            all.put(DELIVERY_MODE, known.deliveryMode().name());
            known.exchange().ifPresent(name -> all.put(EXCHANGE, name));
            known.routingKey().ifPresent(key -> all.put(ROUTING_KEY, key));
        });
        message.ignoreResult().ifPresent(ignored -> all.put(IGNORE_RESULT, ignored));
        message.followUps().link().ifPresent(link -> all.put(LINK, link));
        message.followUps().linkError().ifPresent(link -> all.put(LINK_ERROR, link));
        if (!message.extras().equals(MessageExtras.NONE)) {
            extras(message.extras(), all);
        }
        all.put(CONTEXT, message.context().toMap());
        return ((MessageBody.Text) json.write(new TaskArguments(List.of(all), Map.of()))).text();
    }

    private static void extras(MessageExtras extras, Map<String, Object> all) {
        extras.shadow().ifPresent(name -> all.put(SHADOW, name));
        extras.timeLimit().ifPresent(limit -> all.put(TIME_LIMIT, limit.toMillis()));
        extras.softTimeLimit().ifPresent(limit -> all.put(SOFT_TIME_LIMIT, limit.toMillis()));
        if (!extras.headers().isEmpty()) {
            all.put(HEADERS, extras.headers());
        }
        extras.correlationId().ifPresent(id -> all.put(CORRELATION_ID, id));
        extras.replyTo().ifPresent(queue -> all.put(REPLY_TO, queue));
        extras.group().ifPresent(group -> all.put(GROUP, group));
    }

    /** Returns the parts by name; empty if they cannot be read, for example because a later version wrote them. */
    Map<String, Object> read(String text) {
        Map<String, Object> all = new LinkedHashMap<>();
        try {
            Object read = json.read(new MessageBody.Text(text), UNTYPED).args().get(0);
            if (read instanceof Map<?, ?> map) {
                map.forEach((name, value) -> all.put(String.valueOf(name), value));
            }
        } catch (UnreadableMessageException | IndexOutOfBoundsException e) {
            all.clear();
        }
        return all;
    }

    /** Returns the route by which the task was sent. */
    static Optional<Route> route(Map<String, Object> all) {
        return text(all, QUEUE)
                .map(queue -> new Route(
                        queue,
                        all.get(PRIORITY) instanceof Number priority ? priority.intValue() : 4,
                        text(all, EXCHANGE),
                        text(all, ROUTING_KEY),
                        text(all, DELIVERY_MODE)
                                .filter(DeliveryMode.TRANSIENT.name()::equals)
                                .map(mode -> DeliveryMode.TRANSIENT)
                                .orElse(DeliveryMode.PERSISTENT)));
    }

    /** Returns the optional parts of the message. */
    static MessageExtras extras(Map<String, Object> all) {
        Map<String, Object> headers = new LinkedHashMap<>();
        if (all.get(HEADERS) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> headers.put(String.valueOf(name), portable(value)));
        }
        return new MessageExtras(
                text(all, SHADOW),
                Optional.empty(),
                millis(all, TIME_LIMIT),
                millis(all, SOFT_TIME_LIMIT),
                headers,
                text(all, CORRELATION_ID),
                text(all, REPLY_TO),
                text(all, GROUP),
                MessageExtras.NONE.returns(),
                MessageExtras.NONE.deaths());
    }

    /** Returns the log context with which the task was sent. */
    static LogContext context(Map<String, Object> all) {
        LogContext context = LogContext.empty();
        if (all.get(CONTEXT) instanceof Map<?, ?> said) {
            for (Map.Entry<?, ?> entry : said.entrySet()) {
                context = context.with(String.valueOf(entry.getKey()), portable(entry.getValue()));
            }
        }
        return context;
    }

    /**
     * Returns the value as a type that a message property can have. JSON does not record the types of numbers, so some
     * are read as {@code BigDecimal} or {@code BigInteger}. A property cannot have these types.
     */
    private static Object portable(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.doubleValue();
        }
        return value instanceof BigInteger number ? number.toString() : value;
    }

    static Optional<String> text(Map<String, Object> all, String name) {
        return Optional.ofNullable(all.get(name))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    private static Optional<Duration> millis(Map<String, Object> all, String name) {
        return all.get(name) instanceof Number millis
                ? Optional.of(Duration.ofMillis(millis.longValue()))
                : Optional.empty();
    }
}
