package no.abakus.tasks.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.crash.jdbc.JdbcClaimStore;
import no.abakus.tasks.crash.jdbc.JdbcSuspicionStore;
import no.abakus.tasks.delay.jdbc.JdbcParked;
import no.abakus.tasks.history.jdbc.JdbcHistory;
import no.abakus.tasks.limit.jdbc.JdbcPace;
import no.abakus.tasks.limit.jdbc.JdbcSecret;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.QueryTooWideException;
import no.abakus.tasks.order.jdbc.JdbcOrders;
import no.abakus.tasks.port.HistoryStores;
import no.abakus.tasks.port.ParkedMessage;
import no.abakus.tasks.port.Suspicion;
import no.abakus.tasks.port.TaskRecord;
import no.abakus.tasks.result.jdbc.JdbcResultBackend;
import no.abakus.tasks.spi.Claim;
import no.abakus.tasks.spi.Pause;
import no.abakus.tasks.testing.EachAlone;
import org.junit.jupiter.api.Test;

/** What holds for the tables in each database. */
abstract class SchemaContract {

    /** When the rows of {@code tables-before-5.sql} were written. */
    private static final Instant THEN = Instant.parse("2026-01-01T12:00:00Z");

    private static final int NODES = 4;

    /** A database without tables. */
    abstract DataSource empty() throws Exception;

    /** A query that runs for hours. */
    abstract String endless();

    private static Database node(DataSource source) {
        return new Database(() -> source, new EachAlone());
    }

    @Test
    void nothing_is_made_before_a_store_needs_it() throws Exception {
        Database database = node(empty());
        assertThat(database.isPrepared()).isFalse();
        assertThat(database.responds()).isTrue();

        assertThat(new JdbcResultBackend(database).find("1")).isEmpty();

        assertThat(database.isPrepared()).isTrue();
        assertThat(database.responds()).isTrue();
    }

    @Test
    void nodes_that_start_together_on_an_empty_database_make_the_tables_once() throws Exception {
        assertAllStart(empty());
    }

    @Test
    void nodes_that_start_together_on_an_older_database_change_the_tables_once() throws Exception {
        assertAllStart(older());
    }

    private static void assertAllStart(DataSource source) throws Exception {
        // H2 closes a database with its last connection, and a server's pool always has one.
        try (Connection pool = source.getConnection()) {
            assertThat(pool.isClosed()).isFalse();
            CyclicBarrier together = new CyclicBarrier(NODES);
            ExecutorService threads = Executors.newFixedThreadPool(NODES);
            try {
                List<Callable<Boolean>> starts = IntStream.range(0, NODES)
                        .<Callable<Boolean>>mapToObj(i -> () -> {
                            Database node = node(source);
                            together.await();
                            node.prepare();
                            return node.isPrepared();
                        })
                        .toList();
                for (Future<Boolean> start : threads.invokeAll(starts)) {
                    assertThat(start.get()).isTrue();
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(versions(node(source)))
                    .isEqualTo(IntStream.rangeClosed(1, Schema.LATEST).boxed().toList());
        }
    }

    @Test
    void nodes_that_need_the_secret_at_the_same_time_have_the_same() throws Exception {
        DataSource source = empty();
        try (Connection pool = source.getConnection()) {
            assertThat(pool.isClosed()).isFalse();
            CyclicBarrier together = new CyclicBarrier(NODES);
            ExecutorService threads = Executors.newFixedThreadPool(NODES);
            try {
                List<Callable<byte[]>> reads = IntStream.range(0, NODES)
                        .<Callable<byte[]>>mapToObj(i -> () -> {
                            JdbcSecret secret = new JdbcSecret(node(source));
                            together.await();
                            return secret.read();
                        })
                        .toList();
                List<Future<byte[]>> all = threads.invokeAll(reads);
                byte[] known = new JdbcSecret(node(source)).read();
                assertThat(known).hasSize(32);
                for (Future<byte[]> read : all) {
                    assertThat(read.get()).isEqualTo(known);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static List<Integer> versions(Database database) {
        return database.run(
                "The versions could not be read",
                session -> session.list(
                        "SELECT version FROM abakus_schema ORDER BY version",
                        Parameters.NONE,
                        row -> row.number("version")));
    }

    @Test
    void every_row_of_the_release_before_is_read_after_the_upgrade() throws Exception {
        Database database = node(older());

        TaskRecord record = new JdbcResultBackend(database).find("t-1").orElseThrow();
        assertThat(record.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(record.children()).containsExactly("c 1", "c-2");
        assertThat(new JdbcResultBackend(database).attempts("t-1")).hasSize(1);
        Claim claim = new JdbcClaimStore(database, Owner.PLAIN)
                .claim(new Claim("t-1", 0, "mail", "n", "run-2", true, false, THEN, THEN, Optional.empty(), 0))
                .orElseThrow();
        assertThat(claim.run()).isEqualTo("run-1");
        Suspicion suspicion = new JdbcSuspicionStore(database).find("t-1").orElseThrow();
        assertThat(suspicion.deaths()).isEqualTo(2);
        JdbcOrders orders = new JdbcOrders(database, Owner.PLAIN);
        assertThat(orders.revokedIdsSince(THEN)).extracting(one -> one.id()).containsExactly("t-2");
        assertThat(orders.revocations()).hasSize(1);
        assertThat(orders.pauses()).extracting(one -> one.name()).containsExactly("mail");
        assertThat(new JdbcParked(database, Owner.PLAIN).take(THEN.plusSeconds(1), 10, Set.of()))
                .extracting(one -> new String(one.content(), StandardCharsets.UTF_8))
                .containsExactly("abc");
        assertThat(new JdbcPace(database, Owner.PLAIN).next("mail", Duration.ofSeconds(1), Duration.ZERO, THEN))
                .isEqualTo(THEN.plusSeconds(2));
    }

    @Test
    void a_query_ends_at_its_limit_and_the_next_one_has_none() throws Exception {
        Database database = node(empty());
        Duration second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> database.runWithin(
                        second,
                        "It could not be counted",
                        () -> "Add age<",
                        session -> session.list(endless(), Parameters.NONE, row -> row.longNumber("n"))))
                .isInstanceOf(QueryTooWideException.class)
                .hasMessage("Add age<");
        assertThat(database.<Optional<Integer>>runWithin(
                        second,
                        "It could not be counted",
                        () -> "",
                        session -> session.first("SELECT 1 AS n", Parameters.NONE, row -> row.number("n"))))
                .contains(1);
        assertThatThrownBy(() -> database.runWithin(
                        second,
                        "It could not be counted",
                        () -> "",
                        session -> session.list("SELECT n FROM nowhere", Parameters.NONE, row -> row.number("n"))))
                .isInstanceOf(OperationalException.class);
    }

    @Test
    void a_history_can_be_kept_after_the_upgrade() throws Exception {
        HistoryStores history = JdbcHistory.in(node(older()), Owner.PLAIN);

        assertThat(history.ends().page(HistoryQuery.ALL, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(history.groups().groups(THEN, 10)).isEmpty();
        assertThat(history.minutes().minutes(THEN, THEN.plusSeconds(60), Optional.empty()))
                .isEmpty();
        assertThat(history.audit().entries(Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void the_history_of_one_application_has_an_index_after_the_upgrade() throws Exception {
        DataSource source = older();
        node(source).prepare();

        try (Connection connection = source.getConnection();
                ResultSet indexes = indexes(connection)) {
            Map<Integer, String> columns = new TreeMap<>();
            while (indexes.next()) {
                if ("abakus_history_application".equalsIgnoreCase(indexes.getString("INDEX_NAME"))) {
                    columns.put(
                            indexes.getInt("ORDINAL_POSITION"),
                            indexes.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
            assertThat(columns.values()).containsExactly("application", "id");
        }
    }

    private static ResultSet indexes(Connection connection) throws SQLException {
        DatabaseMetaData tables = connection.getMetaData();
        String table = tables.storesUpperCaseIdentifiers() ? "ABAKUS_HISTORY" : "abakus_history";
        return tables.getIndexInfo(null, connection.getSchema(), table, false, true);
    }

    @Test
    void an_application_does_not_see_the_rows_of_another() throws Exception {
        Database database = node(empty());
        Owner shop = new Owner("shop");
        Pause pause = new Pause(Pause.Of.QUEUE, "default", THEN);

        new JdbcOrders(database, shop).pause(pause);
        assertThat(new JdbcOrders(database, Owner.PLAIN).pauses()).isEmpty();
        assertThat(new JdbcOrders(database, shop).pauses()).containsExactly(pause);
        assertThat(new JdbcOrders(database, Owner.PLAIN).resume(Pause.Of.QUEUE, "default"))
                .isFalse();
        assertThat(new JdbcOrders(database, shop).resume(Pause.Of.QUEUE, "default"))
                .isTrue();

        new JdbcParked(database, shop).add(List.of(parked("t-1")));
        new JdbcParked(database, Owner.PLAIN).add(List.of(parked("t-2")));
        assertThat(new JdbcParked(database, shop).count("default")).isEqualTo(1);
        assertThat(new JdbcParked(database, Owner.PLAIN).remove("default", "t-1"))
                .isFalse();
        assertThat(new JdbcParked(database, Owner.PLAIN).take(THEN, 10, Set.of()))
                .extracting(ParkedMessage::taskId)
                .containsExactly("t-2");
        assertThat(new JdbcParked(database, Owner.PLAIN).takeOver(shop)).isEqualTo(1);
        assertThat(new JdbcParked(database, Owner.PLAIN).take(THEN, 10, Set.of()))
                .extracting(ParkedMessage::taskId)
                .containsExactly("t-1");

        Duration second = Duration.ofSeconds(1);
        assertThat(new JdbcPace(database, shop).next("mail", second, Duration.ZERO, THEN))
                .isEqualTo(THEN);
        assertThat(new JdbcPace(database, Owner.PLAIN).next("mail", second, Duration.ZERO, THEN))
                .isEqualTo(THEN);
        assertThat(new JdbcPace(database, shop).next("mail", second, Duration.ZERO, THEN))
                .isEqualTo(THEN.plus(second));

        new JdbcClaimStore(database, shop)
                .claim(new Claim("t-3", 0, "mail", "n", "run-1", true, false, THEN, THEN, Optional.empty(), 0));
        assertThat(new JdbcClaimStore(database, Owner.PLAIN).lost("run-2", second, 10))
                .isEmpty();
        assertThat(new JdbcClaimStore(database, shop).lost("run-2", second, 10)).hasSize(1);
    }

    private static ParkedMessage parked(String id) {
        return new ParkedMessage(
                id, "mail", "default", 4, 0, THEN, Optional.empty(), id.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The tables as version 0.1.0 made them, before one series of migrations made all of them. Each table has a row.
     */
    private DataSource older() throws Exception {
        DataSource source = empty();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : script(connection).split(";", -1)) {
                if (!command.isBlank()) {
                    statement.execute(command);
                }
            }
        }
        return source;
    }

    private static String script(Connection connection) throws IOException, SQLException {
        try (InputStream script = SchemaContract.class.getResourceAsStream("tables-before-5.sql")) {
            return Dialect.of(connection).adapted(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
