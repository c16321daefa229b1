package no.abakus.tasks.result.jdbc;

import static no.abakus.tasks.testing.SampleRecords.queued;
import static no.abakus.tasks.testing.SampleRecords.record;
import static no.abakus.tasks.testing.SampleRecords.recordOf;
import static no.abakus.tasks.testing.SampleRecords.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.H2File;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.testing.EachAlone;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2ResultsTest extends JdbcResultsContract {

    @TempDir
    Path folder;

    /** Kept open like a connection in a server's pool: without it H2 opens and closes the database for each call. */
    private Connection kept;

    @BeforeEach
    void open() throws SQLException {
        kept = file().getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        kept.close();
    }

    @Override
    public ResultBackend backend() {
        return backend(file());
    }

    private static JdbcResultBackend backend(DataSource source) {
        return new JdbcResultBackend(new Database(() -> source, new EachAlone()));
    }

    private DataSource file() {
        return H2File.in(folder);
    }

    /** Over a connection that stays open, as a server's does, because H2 caches its answers per connection. */
    @Test
    void an_end_is_seen_by_whoever_asks_for_it_all_the_while() throws Exception {
        ExecutorService worker = Executors.newSingleThreadExecutor();
        try (Connection asking = file().getConnection();
                Connection working = file().getConnection()) {
            ResultBackend asked = backend(stayingOpen(asking));
            ResultBackend written = backend(stayingOpen(working));
            for (int i = 0; i < 500; i++) {
                String id = "task " + i;
                written.queued(queued(id));
                Future<Boolean> end = worker.submit(() -> written.ended(record(id, TaskState.SUCCESS, 0), 0));
                askUntilEnded(asked, id);
                assertThat(end.get()).isTrue();
            }
        } finally {
            worker.shutdown();
        }
    }

    /** A pool of this connection. */
    private static DataSource stayingOpen(Connection connection) {
        Connection lent = proxy(
                Connection.class,
                (method, arguments) -> method.getName().equals("close") ? null : method.invoke(connection, arguments));
        return proxy(DataSource.class, (method, arguments) -> lent);
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.of(method, arguments)));
    }

    @FunctionalInterface
    private interface Call {
        Object of(Method method, Object[] arguments) throws Throwable;
    }

    private static void askUntilEnded(ResultBackend backend, String id) {
        long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (state(backend, id) != TaskState.SUCCESS) {
            assertThat(System.nanoTime())
                    .as("%s has ended, and that is not seen", id)
                    .isLessThan(patience);
        }
    }

    @Test
    void a_database_that_is_out_of_reach_is_an_operational_exception_that_says_which_setting_names_it() {
        JdbcDataSource nowhere = new JdbcDataSource();
        nowhere.setURL("jdbc:h2:tcp://127.0.0.1:1/nowhere");

        assertThatThrownBy(() -> backend(nowhere).find("1"))
                .isInstanceOf(OperationalException.class)
                .hasMessageContaining("abakus.tasks.result.data-source");
    }

    /** Rows and messages from before tokens: tasks that were already sent go on. */
    @Test
    void what_an_earlier_version_kept_is_gone_on_with() throws Exception {
        try (Connection connection = file().getConnection();
                java.sql.Statement statement = connection.createStatement()) {
            backend().queued(queued("by this version"));
            statement.execute("ALTER TABLE abakus_result DROP COLUMN token");
            statement.execute("DELETE FROM abakus_schema WHERE version > 3");
        }
        ResultBackend upgraded = backend();

        assertThat(upgraded.find("by this version").orElseThrow().token()).isEmpty();
        assertThat(upgraded.started(recordOf("by this version", "mail.send", Optional.empty(), TaskState.STARTED)))
                .isTrue();
        assertThat(upgraded.ended(recordOf("by this version", "mail.send", Optional.empty(), TaskState.SUCCESS), 0))
                .isTrue();
    }
}
