package no.abakus.tasks.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import no.abakus.tasks.AsyncResult;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.ResultTimeoutException;
import no.abakus.tasks.RevokeOutcome;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.config.TaskClock;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.order.jdbc.JdbcOrders;
import no.abakus.tasks.port.ResultBackend;
import no.abakus.tasks.port.Revocation;
import no.abakus.tasks.port.StoredValue;
import no.abakus.tasks.port.TaskNews;
import no.abakus.tasks.port.TaskRecord;
import no.abakus.tasks.result.jdbc.JdbcResultBackend;
import no.abakus.tasks.testing.Workbench;
import no.abakus.tasks.transport.jms.EmbeddedBroker;
import no.abakus.tasks.transport.jms.JmsTransport;
import no.abakus.tasks.transport.jms.QueueNames;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A program outside of the server that can reach its database: reads, waits and revokes. */
@ExtendWith(EmbeddedBroker.class)
class RemoteResultsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JdbcDataSource database = database();
    private final Database shared = new Database(() -> database, new Workbench().transactions());
    private final ResultBackend server = new JdbcResultBackend(shared);
    private final RemoteTasks remote = RemoteTasks.over(EmbeddedBroker.connections())
            .set("abakus.tasks.routing.default-queue", "remote-results")
            .results(database)
            .connect();

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return database;
    }

    @AfterEach
    void close() {
        remote.close();
    }

    @Test
    void a_result_can_be_waited_for() throws Exception {
        AsyncResult<Object> sum = sent();
        CompletableFuture<Object> waiting = CompletableFuture.supplyAsync(() -> sum.get(PATIENCE));

        aWorkerEnds(sum.id(), "{\"args\":[3]}");

        assertThat(waiting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(3);
        assertThat(sum.state()).isEqualTo(TaskState.SUCCESS);
        assertThat(sum.revoke()).isEqualTo(RevokeOutcome.ALREADY_DONE);
        assertThat(sum.forget()).isTrue();
        assertThat(remote.tasks().result(sum.id()).state()).isEqualTo(TaskState.UNKNOWN);
    }

    @Test
    void who_loses_patience_is_told_so() {
        assertThatThrownBy(() -> sent().get(Duration.ofMillis(50))).isInstanceOf(ResultTimeoutException.class);
    }

    @Test
    void the_wish_that_a_task_should_not_run_is_in_the_database() {
        AsyncResult<Object> unwanted = sent();

        assertThat(unwanted.revoke(true)).isEqualTo(RevokeOutcome.FLAGGED);

        assertThat(new JdbcOrders(shared, Owner.PLAIN).revokedIdsSince(Instant.EPOCH))
                .extracting(Revocation::id, Revocation::terminate)
                .containsExactly(tuple(unwanted.id(), true));
    }

    @Test
    void without_the_database_results_are_out_of_reach() {
        try (RemoteTasks blind = RemoteTasks.over(EmbeddedBroker.connections()).connect()) {
            assertThatThrownBy(() -> blind.tasks().result("any").get(PATIENCE))
                    .isInstanceOf(OperationalException.class)
                    .hasMessageContaining("no access");
        }
    }

    private AsyncResult<Object> sent() {
        return remote.tasks().call("sum").args(1, 2).ignoreResult(false).applyAsync();
    }

    /** Like a node: the record first, then the notification. */
    private void aWorkerEnds(String id, String json) {
        Instant now = Instant.now();
        StoredValue value = new StoredValue("application/json", "", json.getBytes(StandardCharsets.UTF_8));
        server.ended(
                new TaskRecord(
                        id,
                        "sum",
                        TaskState.SUCCESS,
                        id,
                        Optional.empty(),
                        0,
                        Optional.of("node-a"),
                        Optional.empty(),
                        Optional.of(now),
                        Optional.of(now),
                        now.plusSeconds(3_600),
                        Optional.of(value),
                        List.of(),
                        Optional.empty()),
                0);
        new JmsTransport(EmbeddedBroker.connections(), TaskClock.system(), QueueNames.PLAIN)
                .news()
                .tell(new TaskNews(id, "sum", TaskState.SUCCESS, "node-a", now));
    }
}
