package no.abakus.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A call under construction: the task, its arguments and the options of Celery's {@code apply_async}. Immutable: every
 * method answers a new call, so that one can be kept and sent many times, by any thread.
 *
 * @param <R> the type of the task's result
 */
public interface TaskCall<R> {

    /** Replaces the positional arguments. Celery: {@code args}. */
    TaskCall<R> args(Object... args);

    /** Replaces the arguments by parameter name; null values are arguments, missing ones are not. Celery: {@code kwargs}. */
    TaskCall<R> kwargs(Map<String, ?> kwargs);

    /**
     * Runs the task this long after it is sent, not before. The broker keeps it meanwhile, over restarts too. Zero or
     * less means now. Not together with {@link #eta}. Celery: {@code countdown}; JMS: delivery delay.
     */
    TaskCall<R> countdown(Duration countdown);

    /**
     * Runs the task at this instant, not before; a past one means now. Not together with {@link #countdown}. Celery:
     * {@code eta}; JMS: delivery time.
     */
    TaskCall<R> eta(Instant eta);

    /**
     * Gives up on the task so long after its sending: a worker that gets it later ends it as {@link TaskState#EXPIRED}
     * instead of running it, and the broker may drop it before. Zero or less has expired at once: nothing is sent then. A
     * retry keeps the instant. It has to lie after {@link #countdown} and {@link #eta}. Celery: {@code expires}; JMS: time
     * to live.
     */
    TaskCall<R> expires(Duration span);

    /** As {@link #expires(Duration)}, at an instant; a past one has expired at once. Celery: {@code expires}. */
    TaskCall<R> expires(Instant instant);

    /** Shows this name instead of the task's in log lines, events and consoles. Celery: {@code shadow}. */
    TaskCall<R> shadow(String name);

    /**
     * The most that one execution may take, in whole milliseconds. {@code without(TaskOption.TIME_LIMIT)} says that there
     * is no limit, whatever the task declares. Celery: {@code time_limit}.
     */
    TaskCall<R> timeLimit(Duration limit);

    /**
     * After which an execution is asked to end, in whole milliseconds; not beyond {@link #timeLimit}. Celery: {@code
     * soft_time_limit}.
     */
    TaskCall<R> softTimeLimit(Duration limit);

    /**
     * Sends the task to this queue instead of the one it declares; not together with {@link #exchange}. Celery: {@code
     * queue}.
     */
    TaskCall<R> queue(String queue);

    /**
     * Sends the task to the queues that are bound to this exchange by {@code abakus.tasks.routing.exchanges}: a copy to
     * each. Each copy is a task with an id of its own; the handle, and the id that the call gave, are those of the copy to the
     * first queue, and the root id of the others is that one's. Celery: {@code exchange}.
     */
    TaskCall<R> exchange(String exchange);

    /**
     * The key that the bindings of the exchange are compared with. Without exchange and queue it names the queue itself,
     * as with AMQP's default exchange; with a queue it only travels along. Celery: {@code routing_key}.
     */
    TaskCall<R> routingKey(String routingKey);

    /** JMS priority, 0 (last) to 9 (first), instead of the one the task declares. Celery: {@code priority}. */
    TaskCall<R> priority(int priority);

    /**
     * Writes the arguments with the serializer of this name: {@code json}, {@code yaml}, {@code msgpack}, {@code cbor},
     * {@code java} or that of a {@code TaskSerializer} bean, if {@code abakus.tasks.body.accept} has it. Celery: {@code
     * serializer}.
     */
    TaskCall<R> serializer(String serializer);

    /**
     * Compresses the body: {@code gzip}, {@code zlib}, {@code bzip2}, {@code xz}, {@code zstd} or the name of a {@code
     * TaskCompressor} bean. Celery: {@code compression}.
     */
    TaskCall<R> compression(String compression);

    /**
     * Sends these along, for {@link TaskRequest#headers()} and for the selectors of JMS consoles, where a name that is a
     * Java identifier is the property's name too. Values are text, numbers, booleans or null; names of the message's own
     * properties are refused. Replaces headers said before. Celery: {@code headers}.
     */
    TaskCall<R> headers(Map<String, ?> headers);

    /** Whether the broker keeps the message on disk; by default it does. Celery: {@code delivery_mode}. */
    TaskCall<R> deliveryMode(DeliveryMode mode);

    /** The JMS correlation id instead of the task's id. Celery: {@code correlation_id}. */
    TaskCall<R> correlationId(String correlationId);

    /**
     * The queue where the sender expects an answer; nothing answers by itself, the task reads it from {@link
     * TaskRequest#replyTo()}. One that no listener of the application consumes has to be named in {@code
     * abakus.tasks.routing.external-queues}. Celery: {@code reply_to}; JMS: {@code JMSReplyTo}.
     */
    TaskCall<R> replyTo(String queue);

    /**
     * The JMS message group: as long as a consumer lives, it alone gets the group's messages, one after the other. No
     * counterpart in Celery, whose groups are workflows. JMS: {@code JMSXGroupID}.
     */
    TaskCall<R> group(String group);

    /** Says that the option has no value, whatever a signature, a route, configuration or the task says. */
    TaskCall<R> without(TaskOption<?> option);

    /** The id of the task instead of a new one; it has to be unique. Celery: {@code task_id}. */
    TaskCall<R> taskId(String taskId);

    /**
     * Sends these tasks when this one has succeeded, each with its result as first argument, unless the signature is
     * immutable; besides those that are linked already. They are sent together with the task's outcome: never twice, and
     * never not at all. Celery: {@code link}.
     */
    TaskCall<R> link(Signature... callbacks);

    /**
     * Sends these tasks when this one has failed for good, each with a {@link FailedTask} as first argument, unless the
     * signature is immutable; besides those that are linked already. Celery: {@code link_error}.
     */
    TaskCall<R> linkError(Signature... errbacks);

    /**
     * Whether a task that sends this one lists it among its children; true where nothing is said. Celery:
     * {@code add_to_parent}.
     */
    TaskCall<R> addToParent(boolean addToParent);

    /** Whether nobody wants the result, instead of what the task declares. Celery: {@code ignore_result}. */
    TaskCall<R> ignoreResult(boolean ignoreResult);

    /**
     * Sends over a connection of the caller's, {@code JmsConnection.of(context)} or {@code JmsConnection.of(context,
     * producer)}, instead of one of the server's. The send is then part of what the caller does with it, so that nothing is
     * tried again, and {@link #timeout} has no say. Celery: {@code connection}, {@code producer}, and {@code publisher},
     * which is the older name.
     */
    TaskCall<R> connection(BrokerConnection connection);

    /**
     * Whether a send that the broker does not take is tried again, as {@link #retryPolicy} says; true where nothing is said.
     * Inside a transaction nothing is tried again: whoever began it decides. Celery: {@code retry}.
     */
    TaskCall<R> retry(boolean retry);

    /**
     * How often, and for how long, a send that the broker does not take is tried again; {@link RetryPolicy#DEFAULT} where
     * nothing is said. It has nothing to do with the retries of a task that ran. Celery: {@code retry_policy}.
     */
    TaskCall<R> retryPolicy(RetryPolicy policy);

    /**
     * How long the send may take, all its tries together; not longer than the timeout of {@link #retryPolicy} either. When it
     * is over, {@link #applyAsync} throws, whatever the broker does. Not inside a transaction. Kombu: {@code timeout}.
     */
    TaskCall<R> timeout(Duration timeout);

    /** Adds all of these options; what they say wins over what was said before. */
    TaskCall<R> options(TaskOptions options);

    /** What would be sent, as a value. */
    TaskSignature signature();

    /**
     * Sends the task. Celery: {@code apply_async}.
     *
     * @throws TaskArgumentException if the arguments do not fit the task (Celery: {@code TypeError})
     * @throws TaskOptionException if an option is out of its range, or two contradict each other
     * @throws TaskNotFoundException if no task of this name is known here and no queue is named either
     * @throws OperationalException if the broker does not take the message, within {@link #timeout} where nothing else began
     *     a transaction
     */
    AsyncResult<R> applyAsync();

    /**
     * As {@link #applyAsync}, but not as part of the caller's JTA transaction: the task is with the broker when this returns,
     * and stays there if the transaction is rolled back. Without a transaction it is the same.
     */
    AsyncResult<R> sendNow();
}
