package no.abakus.tasks.testing;

import no.abakus.tasks.port.ResultBackend;

/** Supplies the store of results under test, empty for each test. */
public interface EmptyResults {

    ResultBackend backend() throws Exception;
}
