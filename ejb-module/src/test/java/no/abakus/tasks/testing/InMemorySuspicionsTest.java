package no.abakus.tasks.testing;

import no.abakus.tasks.port.SuspicionStore;

class InMemorySuspicionsTest extends SuspicionStoreContract {
    @Override
    protected SuspicionStore store() {
        return new InMemorySuspicions();
    }
}
