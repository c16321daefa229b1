package no.abakus.tasks.testing;

import no.abakus.tasks.port.ParkedStore;

class InMemoryParkedTest extends ParkedStoreContract {

    @Override
    protected ParkedStore store() {
        return new InMemoryParked();
    }
}
