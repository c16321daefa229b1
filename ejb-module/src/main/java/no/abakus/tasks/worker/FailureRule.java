package no.abakus.tasks.worker;

/** Decides the outcome of an execution whose task method failed, or whose result could not be stored. Thread-safe. */
@FunctionalInterface
interface FailureRule {

    /** Returns the outcome to continue with. If the rule does not apply, returns the given outcome. */
    Outcome judge(Execution execution, Outcome outcome);
}
