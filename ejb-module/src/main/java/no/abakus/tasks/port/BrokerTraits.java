package no.abakus.tasks.port;

/** How the broker treats its senders. Thread-safe. */
public interface BrokerTraits {

    /** The traits of an unknown broker. */
    BrokerTraits UNKNOWN = new BrokerTraits() {
        @Override
        public boolean dropsSilently() {
            return false;
        }

        @Override
        public boolean neverBlocks() {
            return false;
        }
    };

    /** Whether the broker drops an expired message without notifying a listener. */
    boolean dropsSilently();

    /**
     * Whether the broker accepts or refuses each message immediately on the sender's thread, and never blocks a sender
     * while it is busy.
     */
    boolean neverBlocks();
}
