package no.abakus.tasks.worker;

/** One step between a delivery and its outcome: it ends the line, or calls the rest of it. Thread-safe. */
@FunctionalInterface
interface Step {

    /** Does its part, and answers the outcome of the rest or its own. */
    Outcome apply(Execution execution, Rest rest);

    /** The steps after this one. */
    @FunctionalInterface
    interface Rest {
        Outcome apply(Execution execution);
    }
}
