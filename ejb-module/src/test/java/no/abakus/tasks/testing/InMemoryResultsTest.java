package no.abakus.tasks.testing;

import no.abakus.tasks.spi.ResultBackend;

class InMemoryResultsTest extends ResultBackendContract {

    @Override
    protected ResultBackend backend() {
        return new InMemoryResults();
    }
}
