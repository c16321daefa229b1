package no.abakus.tasks.testing;

import no.abakus.tasks.spi.OrderStore;

/** The orders in memory keep the contract. */
class InMemoryOrdersTest extends OrderStoreContract {

    @Override
    protected OrderStore store() {
        return new InMemoryOrders();
    }
}
