package no.abakus.tasks.testing;

import no.abakus.tasks.port.HistoryStores;

class InMemoryHistoryTest extends HistoryStoreContract {

    @Override
    public HistoryStores stores() {
        return new InMemoryHistory().stores();
    }
}
