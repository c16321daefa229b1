package no.abakus.tasks.result;

import no.abakus.tasks.BrokerConnection;
import no.abakus.tasks.port.Transactions;
import no.abakus.tasks.port.Transport;
import no.abakus.tasks.registry.ResultAttributes;
import no.abakus.tasks.spi.Route;
import no.abakus.tasks.spi.TaskMessage;

/**
 * Records that a task was sent, if its result is wanted. The database row and the message share the caller's
 * transaction or, if there is none, a transaction of their own. So neither exists without the other, except after
 * {@link #sendOver}. Messages whose result is not wanted are only passed on. Thread-safe.
 */
public final class RecordingTransport implements Transport {

    private final Transport transport;
    private final TaskRecords records;
    private final Transactions transactions;

    public RecordingTransport(Transport transport, TaskRecords records, Transactions transactions) {
        this.transport = transport;
        this.records = records;
        this.transactions = transactions;
    }

    @Override
    public void send(Route route, TaskMessage message) {
        send(message, () -> transport.send(route, message));
    }

    @Override
    public void check(Route route) {
        transport.check(route);
    }

    /** Also true if a row is written, because the database may hang even if the broker does not. */
    @Override
    public boolean mayHang(TaskMessage message) {
        return isWanted(message) || transport.mayHang(message);
    }

    /** Writes the row as close to the send as possible. The row stays even if the caller does not commit the send. */
    @Override
    public void sendOver(BrokerConnection connection, Route route, TaskMessage message) {
        send(message, () -> transport.sendOver(connection, route, message));
    }

    /** If the result is wanted, records that the task had expired before it could be sent. */
    public void expired(TaskMessage message) {
        if (isWanted(message)) {
            transactions.joined(() -> records.expired(message, ResultAttributes.DEFAULTS));
        }
    }

    private static boolean isWanted(TaskMessage message) {
        return message.ignoreResult().isPresent() && !message.ignoreResult().get();
    }

    private void send(TaskMessage message, Runnable sending) {
        if (!isWanted(message)) {
            sending.run();
            return;
        }
        transactions.joined(() -> {
            records.queued(message);
            sending.run();
            return null;
        });
    }
}
