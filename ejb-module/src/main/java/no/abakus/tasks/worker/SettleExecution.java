package no.abakus.tasks.worker;

/** Records how the task ended, and sends its links or its retry. */
final class SettleExecution implements Step {

    private final Settlements settlements;

    SettleExecution(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Outcome outcome = rest.apply(execution);
        if (outcome instanceof Outcome.Settled settled) {
            return settled.outcome();
        }
        // SettleDeadLetter records that a task was rejected.
        return outcome.settler() == Outcome.Settler.EXECUTION ? settlements.settle(execution, outcome) : outcome;
    }
}
