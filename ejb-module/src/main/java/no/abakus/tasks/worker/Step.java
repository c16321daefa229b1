package no.abakus.tasks.worker;

/** One step between a delivery and its outcome: it ends the execution, or calls the rest of the steps. Thread-safe. */
@FunctionalInterface
interface Step {

    /** Does its part, and returns the outcome of the rest or its own. */
    Outcome apply(Execution execution, Rest rest);

    /** The steps after this one. */
    @FunctionalInterface
    interface Rest {
        Outcome apply(Execution execution);
    }
}
