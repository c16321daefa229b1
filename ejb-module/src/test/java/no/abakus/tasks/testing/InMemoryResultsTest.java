package no.abakus.tasks.testing;

import no.abakus.tasks.port.ResultBackend;

class InMemoryResultsTest extends ResultBackendContract {

    @Override
    public ResultBackend backend() {
        return new InMemoryResults();
    }
}
