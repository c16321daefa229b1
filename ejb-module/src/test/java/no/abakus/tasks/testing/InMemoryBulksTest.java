package no.abakus.tasks.testing;

import no.abakus.tasks.port.BulkStore;

class InMemoryBulksTest extends BulkStoreContract {

    @Override
    protected BulkStore store() {
        return new InMemoryBulks();
    }
}
