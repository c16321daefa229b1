package no.abakus.tasks.testing;

import no.abakus.tasks.port.ResultBackend;

/** The store of results under test, for each test an empty one. */
public interface EmptyResults {

    ResultBackend backend() throws Exception;
}
