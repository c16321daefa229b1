package no.abakus.tasks.testing;

import no.abakus.tasks.port.ResultBackend;

class InMemoryResultsTest extends ResultBackendContract {

    @Override
    protected ResultBackend backend() {
        return new InMemoryResults();
    }
}
