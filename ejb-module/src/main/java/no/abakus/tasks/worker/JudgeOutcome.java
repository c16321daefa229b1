package no.abakus.tasks.worker;

import java.util.List;

/**
 * Decides the outcome from what the task method returned or threw. The first rules decide what an exception of the task
 * method means: the task may have asked for a certain outcome, or may have been asked to end. The later rules apply to
 * every failure, and decide whether the task runs again or counts as revoked.
 */
final class JudgeOutcome implements Step {

    private final List<FailureRule> thrown;
    private final StoreResult results;
    private final List<FailureRule> failed;

    /**
     * Creates a step with these rules.
     *
     * @param thrown the rules for an exception of the task method
     * @param results encodes the result for storage; if that fails, the task fails
     * @param failed the rules for every failure
     */
    JudgeOutcome(List<FailureRule> thrown, StoreResult results, List<FailureRule> failed) {
        this.thrown = thrown;
        this.results = results;
        this.failed = failed;
    }

    @Override
    public Outcome apply(Execution execution, Rest rest) {
        Outcome outcome = rest.apply(execution);
        Outcome judged = outcome instanceof Outcome.Succeeded succeeded
                ? results.stored(execution, succeeded)
                : judged(thrown, execution, outcome);
        return judged instanceof Outcome.Succeeded ? judged : judged(failed, execution, judged);
    }

    private static Outcome judged(List<FailureRule> rules, Execution execution, Outcome outcome) {
        Outcome judged = outcome;
        for (FailureRule rule : rules) {
            judged = rule.judge(execution, judged);
        }
        return judged;
    }
}
