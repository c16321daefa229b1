package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.transport.jms.FakeTransactions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that waits for the commit of a container's transaction. */
class JtaTransactionsTest {

    private final FakeTransactions registry = new FakeTransactions();
    private final JtaTransactions transactions = new JtaTransactions(new TransactionBoundaries(), registry);
    private final List<Integer> done = new ArrayList<>();

    @Test
    void one_synchronization_does_the_work_of_a_whole_transaction_in_order() {
        registry.in(Status.STATUS_ACTIVE);
        for (int i = 0; i < 3; i++) {
            int number = i;
            transactions.afterCommit(() -> done.add(number));
        }
        assertThat(done).isEmpty();
        assertThat(registry.registered()).isEqualTo(1);

        registry.end(Status.STATUS_COMMITTED);

        assertThat(done).containsExactly(0, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {Status.STATUS_ROLLEDBACK, Status.STATUS_UNKNOWN})
    void work_is_dropped_unless_the_transaction_has_committed(int outcome) {
        registry.in(Status.STATUS_ACTIVE);
        transactions.afterCommit(() -> done.add(1));

        registry.end(outcome);

        assertThat(done).isEmpty();
    }

    @Test
    void a_transaction_that_can_only_be_rolled_back_takes_no_work() {
        registry.in(Status.STATUS_MARKED_ROLLBACK);

        transactions.afterCommit(() -> done.add(1));

        assertThat(registry.registered()).isZero();
        assertThat(done).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTING, Status.STATUS_COMMITTED})
    void without_a_transaction_to_wait_for_the_work_is_done_at_once(int status) {
        registry.in(status);

        transactions.afterCommit(() -> done.add(1));

        assertThat(done).containsExactly(1);
    }
}
