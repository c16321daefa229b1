package no.abakus.logging.output;

import java.io.Closeable;
import java.io.IOException;
import no.abakus.logging.json.LineSink;

/** Takes finished lines from many threads and writes each as a whole. Thread-safe. */
public interface LineOutput extends LineSink, Closeable {

    /**
     * Waits until all lines taken so far are written. Gives up after some seconds, because the reader may have stopped
     * reading.
     */
    void flush() throws IOException;

    /**
     * Returns how many lines were dropped so far because the reader did not keep up; 0 for an output that makes threads
     * wait.
     */
    long dropped();

    /** Writes the pending lines. Threads may still pass lines after this call; such lines are written immediately. */
    @Override
    void close() throws IOException;
}
