package no.abakus.bench;

import java.io.IOException;

/** How the benchmark {@code mdb} controls a server between measurements. */
interface Steering {

    /** Returns the server's name and version. */
    String server() throws IOException;

    /** Returns how the server's broker stores messages. */
    String journal() throws IOException;

    /** Stops the delivery of the messages of this way's queue. */
    void hold(Way way) throws IOException, InterruptedException;

    /** Resumes the delivery that {@link #hold} stopped. */
    void release(Way way) throws IOException, InterruptedException;

    /** Removes all messages of this way's queue. */
    void clear(Way way) throws IOException, InterruptedException;

    /** Turns the log lines of one way on or off. */
    void lines(Way way, boolean on) throws IOException, InterruptedException;
}
