package no.abakus.bench;

/** A set of measurements that run together. */
public interface Benchmark {

    /** Runs the measurements and adds their results to the report. Starts and stops the servers that they need. */
    void run(Settings settings, Report report) throws Exception;
}
