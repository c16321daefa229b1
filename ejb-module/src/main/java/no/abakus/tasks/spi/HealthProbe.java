package no.abakus.tasks.spi;

/** Checks one dependency that must work for tasks to run. Thread-safe. */
public interface HealthProbe {

    /** Returns the name of the dependency, such as {@code broker}. */
    String name();

    /**
     * Returns within about a second if the dependency works.
     *
     * @throws Exception if the dependency does not work; the message says why
     */
    void check() throws Exception;
}
