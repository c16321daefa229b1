package no.abakus.tasks.testing;

import no.abakus.tasks.port.OrderStore;

/** The orders in memory keep the contract. */
class InMemoryOrdersTest extends OrderStoreContract {

    @Override
    protected OrderStore store() {
        return new InMemoryOrders();
    }
}
