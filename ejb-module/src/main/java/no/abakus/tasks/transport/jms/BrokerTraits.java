package no.abakus.tasks.transport.jms;

/** How the broker behind the connections treats its senders. Thread-safe. */
public interface BrokerTraits {

    /** A broker of which nothing is known. */
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

    /** Whether it drops an expired message without notifying anybody. */
    boolean dropsSilently();

    /**
     * Whether it accepts or refuses a message on the sender's own thread, and never blocks a sender until it is less
     * busy.
     */
    boolean neverBlocks();
}
