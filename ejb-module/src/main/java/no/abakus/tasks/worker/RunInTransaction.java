package no.abakus.tasks.worker;

import no.abakus.tasks.Acks;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.port.Transactions;

/**
 * Runs a transacted task and records its outcome in one transaction of the worker. A transaction belongs to its thread,
 * so this step must run on the task's thread. Any outcome but success rolls the transaction back and is recorded in a
 * separate transaction.
 */
final class RunInTransaction implements Step {

    private final Transactions transactions;
    private final Settlements settlements;

    RunInTransaction(Transactions transactions, Settlements settlements) {
        this.transactions = transactions;
        this.settlements = settlements;
    }

    @Override
    public boolean appliesTo(LineTraits line) {
        return line.acks() == Acks.TRANSACTED;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        try {
            return transactions.own(() -> succeeded(execution, rest.apply(execution)));
        } catch (Undone undone) {
            return undone.outcome;
        }
    }

    private Outcome succeeded(Execution execution, Outcome outcome) {
        // A task that was abandoned at its time limit has already failed, whatever it did afterwards.
        if (!(outcome instanceof Outcome.Succeeded) || !execution.running().finish()) {
            throw new Undone(outcome);
        }
        if (transactions.isDoomed()) {
            throw new Undone(new Outcome.Failed(new IllegalStateException("Task "
                    + execution.definition().name() + " has returned, but its transaction was marked for rollback"
                    + " meanwhile, so its work was rolled back")));
        }
        Outcome settled;
        try {
            settled = settlements.settleWithin(execution, outcome);
        } catch (OperationalException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new Undone(new Outcome.Failed(e));
        }
        if (settled instanceof Outcome.Repeated) {
            throw new Undone(settled);
        }
        return new Outcome.Settled(settled);
    }

    /** Rolls the transaction back and carries the outcome out of it. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Outcome outcome;

        Undone(Outcome outcome) {
            super("The transaction of a task that has not succeeded is rolled back", null, false, false);
            this.outcome = outcome;
        }
    }
}
