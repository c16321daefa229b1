package no.abakus.logging.output;

import java.io.Closeable;
import java.io.IOException;
import no.abakus.logging.json.LineSink;

/** Takes finished lines of many threads and writes each whole. Thread-safe. */
public interface LineOutput extends LineSink, Closeable {

    /** Returns when every line taken so far is written, or, after some seconds, when the reader evidently does not read. */
    void flush() throws IOException;

    /** How many lines were left out so far because the reader did not keep up; 0 where threads wait instead. */
    long dropped();

    /** Writes what is still held. Lines may still come afterwards, from threads that outlive this one; they are written at once. */
    @Override
    void close() throws IOException;
}
