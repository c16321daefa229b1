package no.abakus.tasks.publish;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import no.abakus.tasks.BrokerConnection;
import no.abakus.tasks.RetryPolicy;
import no.abakus.tasks.TaskOption;
import no.abakus.tasks.TaskOptionException;
import no.abakus.tasks.TaskOptions;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;
import no.abakus.tasks.spi.Transactions;
import no.abakus.tasks.spi.Transport;

/**
 * Hands messages to the transport the way the call asks for: as part of the caller's transaction, over the caller's
 * connection or, where there is neither, as often and for as long as its retry policy allows. Thread-safe.
 */
public final class Dispatch {

    private static final Set<TaskOption<?>> OF_ONE_SEND =
            Set.of(TaskOption.CONNECTION, TaskOption.RETRY, TaskOption.RETRY_POLICY, TaskOption.TIMEOUT);

    private final Transport firstSends;
    private final Transport transport;
    private final Consumer<TaskMessage> expired;
    private final Transactions transactions;
    private final PersistentSend direct;
    private final PersistentSend limited;

    /**
     * A dispatch over these transports.
     *
     * @param firstSends takes tasks when they are sent, and may keep that they were
     * @param transport takes the messages of later executions
     * @param expired takes tasks that had expired before they could be sent, and may keep that
     * @param limit ends the waiting for a broker that does not answer
     */
    public Dispatch(
            Transport firstSends,
            Transport transport,
            Consumer<TaskMessage> expired,
            Transactions transactions,
            TaskClock clock,
            SendLimit limit) {
        this.expired = expired;
        this.firstSends = firstSends;
        this.transport = transport;
        this.transactions = transactions;
        this.direct = new PersistentSend(clock, SendLimit.NONE);
        this.limited = new PersistentSend(clock, limit);
    }

    /** Sends one task, to all of its routes. */
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

    /** Sends all of them or none, and tries all of them again. */
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

    /** Takes note of a task that is not sent, for its time is over. */
    void expired(TaskMessage message) {
        expired.accept(message);
    }

    /** Sends a message of a task that was sent before. */
    void sendAgain(Route route, TaskMessage message) {
        transport.send(route, message);
    }

    private static void refuseWhatIsOfOneSend(Prepared task) {
        for (TaskOption<?> option : OF_ONE_SEND) {
            if (task.options().says(option)) {
                throw new TaskOptionException("A call of " + task.message().task() + " among several says " + option
                        + ", which only a call that is sent by itself can: leave it out; nothing was sent");
            }
        }
    }

    /** Refuses what no send can be told to do. */
    static void check(TaskOptions options) {
        policy(options);
    }

    /** How the send of a call with these options is to be tried again. */
    private static RetryPolicy policy(TaskOptions options) {
        RetryPolicy said = options.get(TaskOption.RETRY_POLICY).orElse(RetryPolicy.DEFAULT);
        RetryPolicy policy = options.get(TaskOption.RETRY).orElse(true) ? said : said.withMaxRetries(0);
        Optional<Duration> timeout = options.get(TaskOption.TIMEOUT).map(span -> Span.checked(span, "timeout"));
        if (timeout.isEmpty()) {
            return policy;
        }
        if (timeout.get().isNegative() || timeout.get().isZero()) {
            throw new TaskOptionException(
                    TaskOption.TIMEOUT + " is " + timeout.get() + "; it says for how long a send may keep trying");
        }
        return timeout.get().compareTo(policy.timeout()) < 0 ? policy.withTimeout(timeout.get()) : policy;
    }
}
