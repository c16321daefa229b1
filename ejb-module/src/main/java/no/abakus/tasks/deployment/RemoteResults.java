package no.abakus.tasks.deployment;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.order.jdbc.JdbcOrders;
import no.abakus.tasks.port.NewsListener;
import no.abakus.tasks.port.OrderStore;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.result.jdbc.JdbcResultBackend;
import no.abakus.tasks.transport.jms.KeptConnection;
import no.abakus.tasks.transport.jms.NewsFeed;
import no.abakus.tasks.transport.jms.QueueNames;

/**
 * Results for a program outside a server. They are read from the servers' database, if the program has access to it.
 * Notifications from the broker wake waiting callers, and a timer also polls occasionally. Thread-safe.
 */
final class RemoteResults implements AutoCloseable {

    private final ResultBackend backend;
    private final OrderStore orders;
    private final KeptConnection connection;
    private final QueueNames names;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(daemons("abakus-results"));
    private NewsFeed news;

    private RemoteResults(ResultBackend backend, OrderStore orders, KeptConnection connection, QueueNames names) {
        this.backend = backend;
        this.orders = orders;
        this.connection = connection;
        this.names = names;
    }

    static RemoteResults of(Optional<DataSource> database, KeptConnection connection, QueueNames names) {
        Supplier<DataSource> source = () -> database.orElseThrow(RemoteResults::outOfReach);
        Database reached = new Database(source, new SessionTransactions(connection));
        return new RemoteResults(
                new JdbcResultBackend(reached), new JdbcOrders(reached, TakeOver.owner(names)), connection, names);
    }

    private static OperationalException outOfReach() {
        return new OperationalException(
                "Results are in the database of the servers, to which this program has no access; use the REST API"
                        + " instead: GET /abakus/api/results/{id}");
    }

    /** Threads that do not keep the program alive. */
    static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Passes the nodes' notifications about tasks to this listener. Subscribes when a caller first waits for a result.
     */
    void listenFor(NewsListener listener) {
        news = new NewsFeed(connection, listener, names);
    }

    /** Polls after this delay for the results that callers wait for. */
    @SuppressWarnings("FutureReturnValueIgnored") // polls report their own errors
    void lookLater(Duration delay, Runnable look) {
        news.listen();
        timer.schedule(look, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    ResultBackend backend() {
        return backend;
    }

    OrderStore orders() {
        return orders;
    }

    @Override
    public void close() {
        news.close();
        timer.shutdownNow();
    }
}
