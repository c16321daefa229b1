package no.abakus.bench;

/** Something that can be measured. */
public interface Benchmark {

    /** Runs the measurements on a server of its own and adds the results to the report. */
    void run(Settings settings, Report report) throws Exception;
}
