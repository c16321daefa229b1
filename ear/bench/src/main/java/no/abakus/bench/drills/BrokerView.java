package no.abakus.bench.drills;

import java.io.IOException;

/** Tells how many messages the server's broker has, and how much heap the server uses. */
interface BrokerView {

    /**
     * Returns how many messages a queue of tasks has, including delayed messages and messages that are being delivered.
     */
    long messages(String queue) throws IOException, InterruptedException;

    /** Deletes all messages of a queue. Returns how many there were. */
    long removeAll(String queue) throws IOException, InterruptedException;

    /** Returns how many bytes of the server's heap are in use after a garbage collection. */
    long heapAfterCollection() throws IOException, InterruptedException;
}
