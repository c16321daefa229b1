package no.abakus.bench.drills.hostile;

import java.io.IOException;
import java.util.Random;

/** One kind of hostile input. Each runs on a thread of its own. */
public interface Attack extends AutoCloseable {

    /** What it is called in the report. */
    String name();

    /** Milliseconds between two blows. */
    long pauseMillis();

    /**
     * Strikes once.
     *
     * @throws IOException if the server is not there, refuses or cuts the connection: that is its right
     */
    void strike(Random random) throws IOException, InterruptedException;

    @Override
    default void close() {}
}
