package no.abakus.tasks.delay.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.port.ParkedMessage;
import no.abakus.tasks.port.ParkedStore;
import no.abakus.tasks.testing.EachAlone;
import no.abakus.tasks.testing.ParkedStoreContract;
import org.junit.jupiter.api.Test;

/**
 * Additional contract of a store that several nodes share: no two nodes take the same message, and no node waits for
 * another.
 */
abstract class SharedParkedContract extends ParkedStoreContract {

    private DataSource database;

    /** A database without parked messages. */
    abstract DataSource source() throws SQLException;

    @Override
    protected ParkedStore store() throws SQLException {
        database = source();
        return parked(() -> database);
    }

    private static ParkedStore parked(Supplier<DataSource> source) {
        return new JdbcParked(new Database(source, new EachAlone()), Owner.PLAIN);
    }

    private static ParkedStore in(OneConnection transaction) throws SQLException {
        ParkedStore store = parked(transaction::source);
        // The table is created outside of the transaction, as on a server.
        store.firstDue();
        transaction.commit();
        return store;
    }

    private static List<String> ids(List<ParkedMessage> messages) {
        return messages.stream().map(ParkedMessage::taskId).toList();
    }

    private static List<ParkedMessage> some(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> message("m" + i, DUE.plusMillis(i)))
                .toList();
    }

    @Test
    void two_nodes_at_once_take_different_messages() throws SQLException {
        store.add(some(20));
        try (OneConnection first = new OneConnection(database);
                OneConnection second = new OneConnection(database)) {

            List<String> taken = new ArrayList<>(ids(in(first).take(DUE.plusSeconds(1), 8, Set.of())));
            List<String> beside = ids(in(second).take(DUE.plusSeconds(1), 100, Set.of()));

            assertThat(taken).containsExactlyElementsOf(ids(some(20)).subList(0, 8));
            assertThat(beside).containsExactlyElementsOf(ids(some(20)).subList(8, 20));
            first.commit();
            second.commit();
        }
        assertThat(store.count("default")).isZero();
    }

    @Test
    void what_a_node_takes_and_does_not_commit_is_there_for_the_next() throws SQLException {
        store.add(some(3));
        try (OneConnection dying = new OneConnection(database)) {
            assertThat(in(dying).take(DUE.plusSeconds(1), 100, Set.of())).hasSize(3);
            dying.rollback();
        }

        assertThat(store.take(DUE.plusSeconds(1), 100, Set.of())).hasSize(3);
    }

    @Test
    void a_message_that_is_being_moved_is_not_removed_and_nobody_waits_for_it() throws SQLException {
        store.add(some(2));
        try (OneConnection moving = new OneConnection(database)) {
            assertThat(ids(in(moving).take(DUE, 1, Set.of()))).containsExactly("m0");

            assertThat(store.remove("default", "m0")).isFalse();
            assertThat(store.remove("default", "m1")).isTrue();
            moving.commit();
        }
        assertThat(store.count("default")).isZero();
    }
}
