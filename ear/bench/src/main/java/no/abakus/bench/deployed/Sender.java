package no.abakus.bench.deployed;

/** Sends one small task, in one of several ways. */
interface Sender {

    /**
     * Sends a task in the log context and the transaction of the calling thread.
     *
     * @param number the first argument, by which {@link Arrivals} recognises the message
     */
    void send(int number);

    /** Sends several tasks within one transaction. By default, they are sent one by one. */
    default void sendAll(int from, int until) {
        for (int number = from; number < until; number++) {
            send(number);
        }
    }
}
