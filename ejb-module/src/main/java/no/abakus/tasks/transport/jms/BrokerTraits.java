package no.abakus.tasks.transport.jms;

/** How the broker behind the connections treats those who send to it. Thread-safe. */
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

    /** Whether nobody hears of a message that it drops when its time to live is over. */
    boolean dropsSilently();

    /** Whether it takes or refuses a message on its sender's own thread, and never has a sender wait until it is less busy. */
    boolean neverBlocks();
}
