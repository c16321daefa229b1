package no.abakus.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An option of a call, with Celery's name for it and the type of its value. Immutable.
 *
 * @param <T> the type of the option's value
 */
public final class TaskOption<T> {

    /** The time from the send until the task is due. */
    public static final TaskOption<Duration> COUNTDOWN = new TaskOption<>("countdown", Duration.class);

    /** When the task is due. */
    public static final TaskOption<Instant> ETA = new TaskOption<>("eta", Instant.class);

    /** The queue that the task goes to. */
    public static final TaskOption<String> QUEUE = new TaskOption<>("queue", String.class);

    /** The application whose workers run the task. */
    public static final TaskOption<String> APPLICATION = new TaskOption<>("application", String.class);

    /** The JMS priority, 0 (last) to 9 (first). */
    public static final TaskOption<Integer> PRIORITY = new TaskOption<>("priority", Integer.class);

    /** The id of the task. */
    public static final TaskOption<String> TASK_ID = new TaskOption<>("task_id", String.class);

    /** When the task expires. An expired task is not run. */
    public static final TaskOption<Expiry> EXPIRES = new TaskOption<>("expires", Expiry.class);

    /** The name to show instead of the task's name. */
    public static final TaskOption<String> SHADOW = new TaskOption<>("shadow", String.class);

    /** How long one execution may take. */
    public static final TaskOption<Duration> TIME_LIMIT = new TaskOption<>("time_limit", Duration.class);

    /** How long one execution may take before it is asked to stop. */
    public static final TaskOption<Duration> SOFT_TIME_LIMIT = new TaskOption<>("soft_time_limit", Duration.class);

    /** The exchange whose bindings determine the queues. */
    public static final TaskOption<String> EXCHANGE = new TaskOption<>("exchange", String.class);

    /** The key that is compared with the exchange's bindings. */
    public static final TaskOption<String> ROUTING_KEY = new TaskOption<>("routing_key", String.class);

    /** The name of the serializer for the arguments. */
    public static final TaskOption<String> SERIALIZER = new TaskOption<>("serializer", String.class);

    /** The name of the compressor for the message body. */
    public static final TaskOption<String> COMPRESSION = new TaskOption<>("compression", String.class);

    /** The headers that the caller sends in addition to the arguments. */
    @SuppressWarnings("unchecked") // a class literal has no type arguments; TaskCall's parameter types enforce them
    public static final TaskOption<Map<String, Object>> HEADERS =
            new TaskOption<>("headers", (Class<Map<String, Object>>) (Class<?>) Map.class);

    /** Whether the broker stores the message on disk. */
    public static final TaskOption<DeliveryMode> DELIVERY_MODE = new TaskOption<>("delivery_mode", DeliveryMode.class);

    /** The JMS correlation id, instead of the task's id. */
    public static final TaskOption<String> CORRELATION_ID = new TaskOption<>("correlation_id", String.class);

    /** The queue where the sender expects a reply. */
    public static final TaskOption<String> REPLY_TO = new TaskOption<>("reply_to", String.class);

    /** The JMS message group. */
    public static final TaskOption<String> GROUP = new TaskOption<>("group", String.class);

    /** The tasks to send when this task has succeeded. */
    public static final TaskOption<List<Signature>> LINK = signatures("link");

    /** The tasks to send when this task has failed. */
    public static final TaskOption<List<Signature>> LINK_ERROR = signatures("link_error");

    /** Whether the sending task lists this task among its children. */
    public static final TaskOption<Boolean> ADD_TO_PARENT = new TaskOption<>("add_to_parent", Boolean.class);

    /** Whether the result is not needed. */
    public static final TaskOption<Boolean> IGNORE_RESULT = new TaskOption<>("ignore_result", Boolean.class);

    /** The caller's own connection, over which the task is sent; for one call only, never for a link. */
    public static final TaskOption<BrokerConnection> CONNECTION =
            new TaskOption<>("connection", BrokerConnection.class);

    /** Whether a send that the broker does not accept is retried. */
    public static final TaskOption<Boolean> RETRY = new TaskOption<>("retry", Boolean.class);

    /** How often, and for how long, a send is retried. */
    public static final TaskOption<RetryPolicy> RETRY_POLICY = new TaskOption<>("retry_policy", RetryPolicy.class);

    /** How long the send may take, including all retries. */
    public static final TaskOption<Duration> TIMEOUT = new TaskOption<>("timeout", Duration.class);

    private static final List<TaskOption<?>> ALL = List.of(
            COUNTDOWN,
            ETA,
            EXPIRES,
            SHADOW,
            TIME_LIMIT,
            SOFT_TIME_LIMIT,
            QUEUE,
            APPLICATION,
            EXCHANGE,
            ROUTING_KEY,
            PRIORITY,
            SERIALIZER,
            COMPRESSION,
            HEADERS,
            DELIVERY_MODE,
            CORRELATION_ID,
            REPLY_TO,
            GROUP,
            LINK,
            LINK_ERROR,
            ADD_TO_PARENT,
            IGNORE_RESULT,
            CONNECTION,
            RETRY,
            RETRY_POLICY,
            TIMEOUT,
            TASK_ID);

    private final String name;
    private final Class<T> type;

    private TaskOption(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    @SuppressWarnings("unchecked") // a class literal cannot express the element type
    private static TaskOption<List<Signature>> signatures(String name) {
        return new TaskOption<>(name, (Class<List<Signature>>) (Class<?>) List.class);
    }

    /** Returns all options. */
    public static List<TaskOption<?>> all() {
        return ALL;
    }

    /** Returns Celery's name of the option, as REST callers write it. */
    public String optionName() {
        return name;
    }

    /** Returns the type of the option's value; for a list, without the element type. */
    public Class<T> type() {
        return type;
    }

    T cast(Object value) {
        return type.cast(value);
    }

    @Override
    public String toString() {
        return name;
    }
}
