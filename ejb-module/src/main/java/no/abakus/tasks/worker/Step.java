package no.abakus.tasks.worker;

/**
 * One step between a delivery and its outcome. It either ends the execution or calls the remaining steps. Thread-safe.
 */
@FunctionalInterface
interface Step {

    /** Whether any execution of this line needs the step. {@link Pipeline} calls this method when it makes the line. */
    default boolean appliesTo(LineTraits line) {
        return true;
    }

    /** Performs the step. Returns its own outcome or that of the remaining steps. */
    Outcome apply(Execution execution, Rest rest);

    /** The remaining steps. */
    @FunctionalInterface
    interface Rest {
        Outcome apply(Execution execution);
    }
}
