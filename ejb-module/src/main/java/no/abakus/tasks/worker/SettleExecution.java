package no.abakus.tasks.worker;

/** Keeps how the body ended, and sends what follows it. */
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
        // What the body itself rejects becomes a dead letter like any other: see SettleRejection.
        boolean settledLater = outcome instanceof Outcome.Rejected
                || outcome instanceof Outcome.Expired
                || outcome instanceof Outcome.Repeated
                || outcome instanceof Outcome.Revoked;
        return settledLater ? outcome : settlements.settle(execution, outcome);
    }
}
