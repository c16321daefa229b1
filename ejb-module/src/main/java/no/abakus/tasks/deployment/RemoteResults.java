package no.abakus.tasks.deployment;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import no.abakus.tasks.result.NoResults;
import no.abakus.tasks.result.ResultWaiters;
import no.abakus.tasks.result.jdbc.JdbcResultBackend;
import no.abakus.tasks.spi.ResultBackend;
import no.abakus.tasks.transport.jms.KeptConnection;
import no.abakus.tasks.transport.jms.NewsFeed;

/**
 * What a program outside of a server sees of results: nothing, or what is in the servers' database. Who waits is woken by the
 * broker's news, and looks now and then as well. Thread-safe.
 */
final class RemoteResults implements AutoCloseable {

    private final ResultBackend backend;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(daemons("abakus-results"));
    private final ResultWaiters waiters;
    private final NewsFeed news;

    private RemoteResults(ResultBackend backend, KeptConnection connection) {
        this.backend = backend;
        this.waiters = new ResultWaiters(backend, (delay, work) -> lookLater(delay.toNanos(), work));
        this.news = new NewsFeed(connection, waiters);
    }

    static RemoteResults of(Optional<DataSource> database, KeptConnection connection) {
        ResultBackend backend = database.<ResultBackend>map(
                        source -> new JdbcResultBackend(() -> source, new SessionTransactions(connection)))
                .orElseGet(NoResults::new);
        return new RemoteResults(backend, connection);
    }

    /** Threads that do not keep the program alive. */
    static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @SuppressWarnings("FutureReturnValueIgnored") // looks for results report what goes wrong themselves
    private void lookLater(long nanos, Runnable work) {
        news.listen();
        timer.schedule(work, nanos, TimeUnit.NANOSECONDS);
    }

    ResultBackend backend() {
        return backend;
    }

    ResultWaiters waiters() {
        return waiters;
    }

    @Override
    public void close() {
        news.close();
        timer.shutdownNow();
    }
}
