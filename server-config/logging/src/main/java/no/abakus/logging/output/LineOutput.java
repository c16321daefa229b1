package no.abakus.logging.output;

import java.io.Closeable;
import java.io.IOException;
import no.abakus.logging.json.LineSink;

/** Takes finished lines from many threads and writes each as a whole. Thread-safe. */
public interface LineOutput extends LineSink, Closeable {

    /** Returns when every line taken so far is written, or after some seconds if the reader evidently does not read. */
    void flush() throws IOException;

    /**
     * Returns how many lines were dropped so far because the reader did not keep up; 0 for an output whose threads wait
     * instead.
     */
    long dropped();

    /**
     * Writes what is still pending. Threads that outlive this call may still pass lines; these are written immediately.
     */
    @Override
    void close() throws IOException;
}
