package no.abakus.tasks;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A call of a task with its arguments and with the options of Celery's {@code apply_async}. A call is immutable: each
 * method that sets something returns a new call. So a call can be stored and sent many times, from any thread.
 *
 * @param <R> the type of the task's result
 */
public interface TaskCall<R> {

    /** Replaces the positional arguments. Celery: {@code args}. */
    TaskCall<R> args(Object... args);

    /** Replaces the arguments by parameter name. A null value counts as an argument. Celery: {@code kwargs}. */
    TaskCall<R> kwargs(Map<String, ?> kwargs);

    /**
     * Runs the task no earlier than this long after it is sent. Until then, the task waits at the broker or, if the
     * delay is longer than {@code abakus.tasks.delay.park-above}, in the database. It survives restarts. Zero or less
     * means now. Cannot be combined with {@link #eta}. Celery: {@code countdown}; JMS: delivery delay.
     */
    TaskCall<R> countdown(Duration countdown);

    /**
     * Runs the task no earlier than this instant; an instant in the past means now. Cannot be combined with
     * {@link #countdown}. Celery: {@code eta}; JMS: delivery time.
     */
    TaskCall<R> eta(Instant eta);

    /**
     * Makes the task expire this long after sending. A worker that receives an expired task ends it as
     * {@link TaskState#EXPIRED} instead of running it. The broker may also remove the expired message before delivery.
     * If the span is zero or less, the task has already expired, and nothing is sent. Retries keep the same expiry
     * time. The expiry must be later than {@link #countdown} and {@link #eta}. Celery: {@code expires}; JMS: time to
     * live.
     */
    TaskCall<R> expires(Duration span);

    /**
     * As {@link #expires(Duration)}, but makes the task expire at this instant. If the instant is in the past, the task
     * has already expired. Celery: {@code expires}.
     */
    TaskCall<R> expires(Instant instant);

    /** Shows this name instead of the task's name in log lines, events and consoles. Celery: {@code shadow}. */
    TaskCall<R> shadow(String name);

    /**
     * Sets the longest time that one execution may take, in whole milliseconds. {@code without(TaskOption.TIME_LIMIT)}
     * removes the limit that the task declares. Celery: {@code time_limit}.
     */
    TaskCall<R> timeLimit(Duration limit);

    /**
     * Sets how long an execution may take before it is asked to stop, in whole milliseconds; at most
     * {@link #timeLimit}. Celery: {@code soft_time_limit}.
     */
    TaskCall<R> softTimeLimit(Duration limit);

    /**
     * Sends the task to this queue instead of its declared queue. Cannot be combined with {@link #exchange}. Celery:
     * {@code queue}.
     */
    TaskCall<R> queue(String queue);

    /**
     * Sends the task to another application on the same broker, whose workers then run it. The application's name is
     * that of its EAR or WAR, or its setting {@code abakus.tasks.application}. The task goes to the call's queue. If
     * the call has none, it goes to the queue that the task declares in this application, or otherwise to
     * {@code default}. Results are found by id in both applications if they use the same database. Cannot be combined
     * with {@link #exchange}. Celery has no equivalent.
     */
    TaskCall<R> application(String application);

    /**
     * Sends a copy of the task to each queue that {@code abakus.tasks.routing.exchanges} binds to this exchange. Each
     * copy is a task with its own id. The returned handle and the id set in the call belong to the copy in the first
     * queue. All copies have the same root id. Celery: {@code exchange}.
     */
    TaskCall<R> exchange(String exchange);

    /**
     * Sets the key that is compared with the bindings of the exchange. If the call has neither exchange nor queue, the
     * key is the name of the queue, as with AMQP's default exchange. If the call has a queue, the key is only sent
     * along. Celery: {@code routing_key}.
     */
    TaskCall<R> routingKey(String routingKey);

    /**
     * Sets the JMS priority, 0 (last) to 9 (first), instead of the task's declared priority. Celery: {@code priority}.
     */
    TaskCall<R> priority(int priority);

    /**
     * Writes the arguments with the serializer of this name: {@code json}, {@code yaml}, {@code msgpack}, {@code cbor},
     * {@code java} or the name of a {@code TaskSerializer} bean. The serializer must be listed in
     * {@code abakus.tasks.body.accept}. {@code yaml}, {@code msgpack} and {@code cbor} need
     * {@code abakus-jackson-formats}. Celery: {@code serializer}.
     */
    TaskCall<R> serializer(String serializer);

    /**
     * Compresses the body with the compressor of this name: {@code gzip}, {@code zlib}, {@code bzip2}, {@code xz},
     * {@code zstd} or the name of a {@code TaskCompressor} bean. {@code bzip2}, {@code xz} and {@code zstd} each need a
     * library. Celery: {@code compression}.
     */
    TaskCall<R> compression(String compression);

    /**
     * Sends these headers along. The task reads them with {@link TaskRequest#headers()}. JMS consoles can select
     * messages by these headers, because a header whose name is a Java identifier is also a message property. Values
     * are strings, numbers, booleans or null. Names of the message's own properties are refused. Headers that were set
     * before are replaced. Celery: {@code headers}.
     */
    TaskCall<R> headers(Map<String, ?> headers);

    /** Sets whether the broker stores the message on disk. By default, it does. Celery: {@code delivery_mode}. */
    TaskCall<R> deliveryMode(DeliveryMode mode);

    /** Sets a JMS correlation id to use instead of the task's id. Celery: {@code correlation_id}. */
    TaskCall<R> correlationId(String correlationId);

    /**
     * Sets the queue where the sender expects a reply. No reply is sent automatically. Instead, the task reads the
     * queue from {@link TaskRequest#replyTo()} and replies itself. If no listener of the application consumes the
     * queue, it must be listed in {@code abakus.tasks.routing.external-queues}. Celery: {@code reply_to}; JMS:
     * {@code JMSReplyTo}.
     */
    TaskCall<R> replyTo(String queue);

    /**
     * Sets the JMS message group. One consumer receives all messages of a group, one after another, as long as it is
     * connected. Celery has no equivalent; its groups are workflows. JMS: {@code JMSXGroupID}.
     */
    TaskCall<R> group(String group);

    /** Clears the option, even if a signature, a route, the configuration or the task sets it. */
    TaskCall<R> without(TaskOption<?> option);

    /** Uses this id for the task instead of a generated id. The id must be unique. Celery: {@code task_id}. */
    TaskCall<R> taskId(String taskId);

    /**
     * Also links these tasks. They are sent when this task has succeeded. Each gets the result as its first argument,
     * unless its signature is immutable. The linked tasks are sent exactly once, because they are committed together
     * with the task's outcome. Celery: {@code link}.
     */
    TaskCall<R> link(Signature... callbacks);

    /**
     * Also links these tasks. They are sent when this task has finally failed. Each gets a {@link FailedTask} as its
     * first argument, unless its signature is immutable. Celery: {@code link_error}.
     */
    TaskCall<R> linkError(Signature... errbacks);

    /**
     * Sets whether the sending task lists this task among its children. Default: true. Celery: {@code add_to_parent}.
     */
    TaskCall<R> addToParent(boolean addToParent);

    /** Sets whether the result is not needed. This overrides the task's declaration. Celery: {@code ignore_result}. */
    TaskCall<R> ignoreResult(boolean ignoreResult);

    /**
     * Sends over the caller's own connection instead of a connection of the server. Create the argument with
     * {@code JmsConnection.of(context)} or {@code JmsConnection.of(context, producer)}. The send is then part of the
     * caller's work on that connection, so nothing is retried, and {@link #timeout} has no effect. Celery:
     * {@code connection}, {@code producer}, and its older name {@code publisher}.
     */
    TaskCall<R> connection(BrokerConnection connection);

    /**
     * Sets whether a send that the broker does not accept is retried according to {@link #retryPolicy}. Default: true.
     * Inside a transaction, nothing is retried, because the transaction's owner decides what to do after a failure.
     * Celery: {@code retry}.
     */
    TaskCall<R> retry(boolean retry);

    /**
     * Sets how often, and for how long, a send that the broker does not accept is retried. Default:
     * {@link RetryPolicy#DEFAULT}. This is unrelated to the retries of a task that ran. Celery: {@code retry_policy}.
     */
    TaskCall<R> retryPolicy(RetryPolicy policy);

    /**
     * Sets how long the send may take, including all retries. The timeout of {@link #retryPolicy} applies too. After
     * this time, {@link #applyAsync} throws even if the broker has not responded. Has no effect inside a transaction.
     * Kombu: {@code timeout}.
     */
    TaskCall<R> timeout(Duration timeout);

    /** Adds all of these options. They override options that were set before. */
    TaskCall<R> options(TaskOptions options);

    /** Returns the call as a value that can be stored and sent later. */
    TaskSignature signature();

    /**
     * Sends the task. Inside a JTA transaction, the message is sent when the transaction commits. Celery:
     * {@code apply_async}.
     *
     * @throws TaskArgumentException if the arguments do not fit the task (Celery: {@code TypeError})
     * @throws TaskOptionException if an option is out of range, or two options contradict each other
     * @throws TaskNotFoundException if no task of this name is known here, and no queue, exchange, routing key or
     *     application is given
     * @throws OperationalException if the broker does not accept the message; outside a transaction, this takes no
     *     longer than {@link #timeout}
     */
    AsyncResult<R> applyAsync();

    /**
     * As {@link #applyAsync}, but not as part of the caller's JTA transaction. When this method returns, the broker has
     * the task and keeps it even if the transaction is rolled back. Without a transaction, this method is the same as
     * {@link #applyAsync}.
     */
    AsyncResult<R> sendNow();
}
