package no.abakus.tasks.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionalException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import no.abakus.tasks.OperationalException;
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

    @Test
    void a_commit_in_doubt_does_not_claim_that_nothing_was_kept() {
        assertThatThrownBy(() -> failing(true, new HeuristicMixedException("the coordinator is gone"))
                        .own(() -> "work"))
                .isInstanceOf(OperationalException.class)
                .hasMessage("The transaction could not be committed: no luck after work; whether its work was"
                        + " kept is not known");
    }

    @Test
    void a_rollback_and_a_transaction_that_was_never_begun_are_told_as_such() {
        assertThatThrownBy(() ->
                        failing(true, new RollbackException("it timed out")).own(() -> "work"))
                .isInstanceOf(OperationalException.class)
                .hasMessageEndingWith("; the transaction manager reports that it was rolled back");
        assertThatThrownBy(() -> failing(false, new SystemException("too many transactions"))
                        .own(() -> "work"))
                .isInstanceOf(OperationalException.class)
                .hasMessage("The transaction could not be begun: no luck; none of its work was done");
    }

    /** Transactions whose begin or commit fails for this reason. */
    private JtaTransactions failing(boolean begins, Exception reason) {
        return new JtaTransactions(
                new TransactionBoundaries() {
                    @Override
                    public <T> T own(Supplier<T> work) {
                        String after = begins ? " after " + work.get() : "";
                        throw new TransactionalException("no luck" + after, reason);
                    }
                },
                registry);
    }

    @ParameterizedTest
    @ValueSource(ints = {Status.STATUS_NO_TRANSACTION, Status.STATUS_COMMITTING, Status.STATUS_COMMITTED})
    void without_a_transaction_to_wait_for_the_work_is_done_at_once(int status) {
        registry.in(status);

        transactions.afterCommit(() -> done.add(1));

        assertThat(done).containsExactly(1);
    }
}
