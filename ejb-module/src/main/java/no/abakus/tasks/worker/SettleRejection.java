package no.abakus.tasks.worker;

/**
 * Keeps that a later step did not understand the message, and sends what follows a failure; and that the task has expired or
 * was revoked.
 */
final class SettleRejection implements Step {

    private final Settlements settlements;

    SettleRejection(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Outcome outcome = rest.apply(execution);
        if (outcome instanceof Outcome.Expired || outcome instanceof Outcome.Revoked) {
            return settlements.settle(execution, outcome);
        }
        if (outcome instanceof Outcome.Rejected) {
            // Whether or not it was kept before, the message is to become a dead letter.
            settlements.settle(execution, outcome);
        }
        return outcome;
    }
}
