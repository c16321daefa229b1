package no.abakus.tasks.testing;

import no.abakus.tasks.port.OrderStore;

/** {@link InMemoryOrders} fulfils the contract of order stores. */
class InMemoryOrdersTest extends OrderStoreContract {

    @Override
    protected OrderStore store() {
        return new InMemoryOrders();
    }
}
