package no.abakus.tasks.testing;

import no.abakus.tasks.port.HistoryStores;

/** The stores of the history under test, for each test empty ones. */
public interface EmptyHistory {

    HistoryStores stores();
}
