package no.abakus.tasks.spi;

/** Checks one thing that must work for tasks to run. Thread-safe. */
public interface HealthProbe {

    /** The name of what is checked, such as {@code broker}. */
    String name();

    /**
     * Returns if it works, within about a second.
     *
     * @throws Exception that says what does not work
     */
    void check() throws Exception;
}
