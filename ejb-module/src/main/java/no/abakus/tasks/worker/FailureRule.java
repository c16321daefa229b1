package no.abakus.tasks.worker;

/** Decides what it means that a task method, or the storing of its result, has failed. Thread-safe. */
@FunctionalInterface
interface FailureRule {

    /** The outcome to continue with. It is the given one if the rule does not apply to it. */
    Outcome judge(Execution execution, Outcome outcome);
}
