package no.abakus.bench;

import java.io.IOException;

/** What {@code mdb} has done at a server in between its measurements, by the means of that server. */
interface Steering {

    /** What the server calls itself. */
    String server() throws IOException;

    /** How its broker keeps messages. */
    String journal() throws IOException;

    /** Holds a queue's messages back from its listener. */
    void hold(Way way) throws IOException, InterruptedException;

    /** Ends {@link #hold}. */
    void release(Way way) throws IOException, InterruptedException;

    /** Takes out all messages of a queue. */
    void clear(Way way) throws IOException, InterruptedException;

    /** Turns the log lines of one way on or off. */
    void lines(Way way, boolean on) throws IOException, InterruptedException;
}
