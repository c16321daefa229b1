package no.abakus.tasks.testing;

import no.abakus.tasks.port.HistoryStores;

/** Supplies the stores of the history under test, empty for each test. */
public interface EmptyHistory {

    HistoryStores stores();
}
