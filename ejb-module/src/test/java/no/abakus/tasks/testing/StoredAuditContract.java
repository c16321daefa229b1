package no.abakus.tasks.testing;

import static no.abakus.tasks.testing.SampleHistory.THEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import no.abakus.tasks.operate.AuditEntry;
import no.abakus.tasks.operate.OperatorAction;
import no.abakus.tasks.port.HistoryStores;
import org.junit.jupiter.api.Test;

/** What operators did, in a store of the history. */
public interface StoredAuditContract extends EmptyHistory {

    @Test
    default void what_operators_did_is_listed_the_latest_first() {
        HistoryStores stores = stores();
        AuditEntry first = entry(1);
        AuditEntry second = new AuditEntry(
                2,
                THEN.plusSeconds(2),
                new OperatorAction("eva", Optional.empty(), "quiet", Optional.empty(), Optional.empty(), "done"));
        stores.audit().add(first);
        stores.audit().add(second);

        assertThat(stores.audit().entries(Long.MAX_VALUE, 10)).containsExactly(second, first);
        assertThat(stores.audit().entries(2, 10)).containsExactly(first);
        assertThat(stores.audit().entries(Long.MAX_VALUE, 1)).containsExactly(second);
        assertThat(stores.audit().removeEntries(THEN.plusSeconds(2))).isEqualTo(1);
        assertThat(stores.audit().entries(Long.MAX_VALUE, 10)).containsExactly(second);
    }

    private static AuditEntry entry(long id) {
        return new AuditEntry(
                id,
                THEN.plusSeconds(id),
                new OperatorAction(
                        "anna",
                        Optional.of("req-1"),
                        "pause-queue",
                        Optional.of("mail"),
                        Optional.of("SMTP is down"),
                        "done"));
    }
}
