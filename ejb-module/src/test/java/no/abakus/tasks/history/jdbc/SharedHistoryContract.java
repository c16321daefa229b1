package no.abakus.tasks.history.jdbc;

import static no.abakus.tasks.testing.SampleHistory.THEN;
import static no.abakus.tasks.testing.SampleHistory.failure;
import static no.abakus.tasks.testing.SampleHistory.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import no.abakus.tasks.TaskState;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.operate.AuditEntry;
import no.abakus.tasks.operate.FailureGroup;
import no.abakus.tasks.operate.HistoryQuery;
import no.abakus.tasks.operate.MinuteCounts;
import no.abakus.tasks.operate.OperatorAction;
import no.abakus.tasks.port.HistoryStores;
import no.abakus.tasks.testing.EachAlone;
import no.abakus.tasks.testing.HistoryStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An application's history behaves the same in tables that contain similar rows of another application, and leaves
 * those rows alone.
 */
abstract class SharedHistoryContract extends HistoryStoreContract {

    private static final int LATER = 7_777;
    private static final MinuteCounts COUNTS =
            new MinuteCounts(THEN, "node-a", "mail.send", Map.of("succeeded", 5L), Map.of(3, 5L), Map.of(4, 5L));

    private HistoryStores other;
    private boolean isForsaken;

    /** An empty database. */
    abstract DataSource source();

    @Override
    public HistoryStores stores() {
        DataSource source = source();
        Database database = new Database(() -> source, new EachAlone());
        other = JdbcHistory.in(database, Owner.PLAIN);
        other.ends()
                .add(List.of(row(LATER, "1", TaskState.SUCCESS, "mail.send"), failure(LATER + 1, "2", "mail.send")));
        other.minutes().count(List.of(COUNTS));
        other.audit()
                .add(new AuditEntry(
                        LATER,
                        THEN,
                        new OperatorAction(
                                "anna", Optional.empty(), "pause", Optional.empty(), Optional.empty(), "ok")));
        return JdbcHistory.in(database, new Owner("shop"));
    }

    @Test
    void what_an_application_left_that_no_longer_exists_is_deleted() {
        HistoryStores stores = stores();
        stores.ends().add(List.of(failure(LATER + 2, "mine", "mail.send")));

        stores.ends().removeForsaken(THEN);
        assertThat(other.ends().page(HistoryQuery.ALL, Long.MAX_VALUE, 10))
                .as("it has ended a task since")
                .hasSize(2);
        stores.ends().removeForsaken(THEN.plusSeconds(LATER + 10));

        isForsaken = true;
        assertThat(other.ends().page(HistoryQuery.ALL, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(other.groups().groups(Instant.EPOCH, 10)).isEmpty();
        assertThat(other.minutes().minutes(Instant.EPOCH, THEN.plusSeconds(LATER), Optional.empty()))
                .isEmpty();
        assertThat(other.audit().entries(Long.MAX_VALUE, 10)).isEmpty();
        assertThat(stores.ends().page(HistoryQuery.ALL, Long.MAX_VALUE, 10))
                .as("the application that deletes is there")
                .hasSize(1);
    }

    @AfterEach
    void the_rows_of_the_other_application_are_as_they_were() {
        if (isForsaken) {
            return;
        }
        assertThat(other.ends().page(HistoryQuery.ALL, Long.MAX_VALUE, 10)).hasSize(2);
        assertThat(other.groups().groups(Instant.EPOCH, 10))
                .singleElement()
                .extracting(FailureGroup::total)
                .isEqualTo(1L);
        assertThat(other.minutes().minutes(Instant.EPOCH, THEN.plusSeconds(LATER), Optional.empty()))
                .containsExactly(COUNTS);
        assertThat(other.audit().entries(Long.MAX_VALUE, 10)).hasSize(1);
    }
}
