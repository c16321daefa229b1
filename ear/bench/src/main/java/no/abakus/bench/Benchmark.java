package no.abakus.bench;

/** Something to be measured. */
public interface Benchmark {

    /** Measures it, on a server of its own, and adds what it found to the report. */
    void run(Settings settings, Report report) throws Exception;
}
