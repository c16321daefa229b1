package no.abakus.bench.drills.hostile;

import java.io.IOException;
import java.util.Random;

/** One kind of hostile input. Each runs on a thread of its own. */
public interface Attack extends AutoCloseable {

    /** Returns its name in the report. */
    String name();

    /** Returns the milliseconds between two strikes. */
    long pauseMillis();

    /**
     * Strikes once.
     *
     * @throws IOException if the server is down, refuses or cuts the connection, which it is allowed to do
     */
    void strike(Random random) throws IOException, InterruptedException;

    @Override
    default void close() {}
}
