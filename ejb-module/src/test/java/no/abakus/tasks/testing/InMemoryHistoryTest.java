package no.abakus.tasks.testing;

import no.abakus.tasks.port.HistoryStores;

class InMemoryHistoryTest extends HistoryStoreContract {

    @Override
    protected HistoryStores stores() {
        return new InMemoryHistory().stores();
    }
}
