package no.abakus.tasks.spi;

/** One thing that has to work for tasks to be run. Thread-safe. */
public interface HealthProbe {

    /** What is probed, such as {@code broker}. */
    String name();

    /**
     * Returns if it works, within about a second.
     *
     * @throws Exception saying what does not work
     */
    void check() throws Exception;
}
