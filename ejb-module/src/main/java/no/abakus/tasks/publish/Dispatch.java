package no.abakus.tasks.publish;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import no.abakus.tasks.BrokerConnection;
import no.abakus.tasks.RetryPolicy;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.port.Transport;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;

/**
 * Hands messages to the transport in the way that the call asks for: in the caller's transaction, or over the caller's
 * connection. Without either, a failed send is retried as the call's retry policy allows. Thread-safe.
 */
public final class Dispatch {

    private static final Set<TaskOption<?>> OF_ONE_SEND =
            Set.of(TaskOption.CONNECTION, TaskOption.RETRY, TaskOption.RETRY_POLICY, TaskOption.TIMEOUT);

    private final Transport firstSends;
    private final Transport transport;
    private final Consumer<TaskMessage> expired;
    private final BiConsumer<Route, TaskMessage> sentAgain;
    private final Transactions transactions;
    private final PersistentSend direct;
    private final PersistentSend limited;

    /**
     * Creates a dispatch over these transports.
     *
     * @param firstSends takes the first message of a task, and may record that the task was sent
     * @param transport takes the messages of later executions
     * @param expired takes tasks that expired before they could be sent, and may record that
     * @param sentAgain receives the messages of later executions, and where they were sent
     * @param limit bounds the wait for a broker that does not respond
     */
    public Dispatch(
            Transport firstSends,
            Transport transport,
            Consumer<TaskMessage> expired,
            BiConsumer<Route, TaskMessage> sentAgain,
            Transactions transactions,
            TaskClock clock,
            SendLimit limit) {
        this.expired = expired;
        this.sentAgain = sentAgain;
        this.firstSends = firstSends;
        this.transport = transport;
        this.transactions = transactions;
        this.direct = new PersistentSend(clock, SendLimit.NONE);
        this.limited = new PersistentSend(clock, limit);
    }

    /** Returns the transactions in which tasks are sent. */
    Transactions transactions() {
        return transactions;
    }

    /** Sends one task to all of its routes. */
    void send(Prepared task) {
        if (task.options().isEmpty()) {
            sendByItself(task, RetryPolicy.DEFAULT);
            return;
        }
        RetryPolicy policy = policy(task.options());
        Optional<BrokerConnection> connection = task.options().get(TaskOption.CONNECTION);
        if (connection.isEmpty()) {
            sendByItself(task, policy);
            return;
        }
        for (Prepared.Copy copy : task.copies()) {
            firstSends.sendOver(connection.get(), copy.route(), copy.message());
        }
    }

    private void sendByItself(Prepared task, RetryPolicy policy) {
        if (transactions.isActive()) {
            handOver(task);
            return;
        }
        for (Prepared.Copy copy : task.copies()) {
            PersistentSend persistent = firstSends.mayHang(copy.message()) ? limited : direct;
            persistent.send(copy.message(), policy, () -> firstSends.send(copy.route(), copy.message()));
        }
    }

    /** Sends all tasks or none, and retries all together. */
    void sendTogether(List<Prepared> tasks) {
        tasks.forEach(Dispatch::refuseWhatIsOfOneSend);
        if (tasks.isEmpty()) {
            return;
        }
        if (transactions.isActive()) {
            tasks.forEach(this::handOver);
            return;
        }
        limited.send(
                tasks.get(0).message(),
                RetryPolicy.DEFAULT,
                () -> transactions.own(() -> {
                    tasks.forEach(this::handOver);
                    return null;
                }));
    }

    private void handOver(Prepared task) {
        for (Prepared.Copy copy : task.copies()) {
            firstSends.send(copy.route(), copy.message());
        }
    }

    /** Sends the first message of a task that has no options of its own. */
    void sendNew(Route route, TaskMessage message) {
        firstSends.send(route, message);
    }

    /** Records a task that is not sent because it has expired. */
    void expired(TaskMessage message) {
        expired.accept(message);
    }

    /** Sends another message of a task that was sent before. */
    void sendAgain(Route route, TaskMessage message) {
        transport.send(route, message);
        sentAgain.accept(route, message);
    }

    private static void refuseWhatIsOfOneSend(Prepared task) {
        for (TaskOption<?> option : OF_ONE_SEND) {
            if (task.options().says(option)) {
                throw new TaskOptionException("A call of " + task.message().task() + ", one of several, sets " + option
                        + ", which is only allowed in a call that is sent alone. Leave out the option; nothing was"
                        + " sent");
            }
        }
    }

    /** Rejects a task whose options or destination would make a later send fail. */
    void check(Prepared task) {
        policy(task.options());
        task.copies().forEach(copy -> transport.check(copy.route()));
    }

    /** Returns the retry policy for the send of a call with these options. */
    private static RetryPolicy policy(TaskOptions options) {
        RetryPolicy said = options.get(TaskOption.RETRY_POLICY).orElse(RetryPolicy.DEFAULT);
        RetryPolicy policy = options.get(TaskOption.RETRY).orElse(true) ? said : said.withMaxRetries(0);
        Optional<Duration> timeout = options.get(TaskOption.TIMEOUT).map(span -> Span.checked(span, "timeout"));
        if (timeout.isEmpty()) {
            return policy;
        }
        if (timeout.get().isNegative() || timeout.get().isZero()) {
            throw new TaskOptionException(
                    TaskOption.TIMEOUT + " is " + timeout.get() + "; the timeout must be longer than zero");
        }
        return timeout.get().compareTo(policy.timeout()) < 0 ? policy.withTimeout(timeout.get()) : policy;
    }
}
