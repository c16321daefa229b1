package no.abakus.bench.deployed;

/** Sends one small task, in one of the two ways. */
interface Sender {

    /**
     * Sends, in the log context and the transaction of the calling thread.
     *
     * @param number the first argument, by which {@link Arrivals} knows the message again
     */
    void send(int number);
}
