package no.abakus.tasks.history.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.port.MinuteStore;
import no.abakus.tasks.testing.EachAlone;
import org.junit.jupiter.api.Test;

/** Two nodes combine the counts of the same hour at the same time, and nothing is lost. */
abstract class RollUpRaceContract {

    private static final Instant THEN = Instant.parse("2030-01-01T12:00:00Z");

    /** An empty database. */
    abstract DataSource source();

    /** A query whose only number says how many connections wait for a lock. */
    abstract String waiting();

    @Test
    void a_node_that_had_to_wait_leaves_the_combined_counts_alone() throws Exception {
        DataSource source = source();
        MinuteStore minutes = JdbcHistory.in(new Database(() -> source, new EachAlone()), Owner.PLAIN)
                .minutes();
        minutes.count(List.of(
                new MinuteCounts(THEN, "a", "mail.send", Map.of("failed", 2L), Map.of(0, 2L), Map.of(7, 2L)),
                new MinuteCounts(THEN, "b", "mail.send", Map.of("failed", 3L), Map.of(0, 3L), Map.of(7, 3L))));
        try (Connection other = source.getConnection();
                Connection watch = source.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeQuery("SELECT task FROM abakus_minute FOR UPDATE").close();
            CompletableFuture<Boolean> late =
                    CompletableFuture.supplyAsync(() -> minutes.rollUpAnHour(THEN.plusSeconds(3600)));
            await("the late node waits").until(() -> count(watch, waiting()) > 0);
            statement.executeUpdate("DELETE FROM abakus_minute");
            statement.executeUpdate("INSERT INTO abakus_minute (minute_at, node, task, succeeded, failed, retried,"
                    + " rejected, revoked, expired, ignored, waited, took) VALUES ('2030-01-01 12:00:00+00', '',"
                    + " 'mail.send', 0, 5, 0, 0, 0, 0, 0, '0:5', '7:5')");
            other.commit();
            late.get();
        }

        assertThat(minutes.minutes(THEN, THEN.plusSeconds(3600), Optional.empty()))
                .containsExactly(
                        new MinuteCounts(THEN, "", "mail.send", Map.of("failed", 5L), Map.of(0, 5L), Map.of(7, 5L)));
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
