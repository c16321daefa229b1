package no.abakus.tasks.testing;

import no.abakus.tasks.port.HistoryStores;

/** All contracts of {@link HistoryStores}. The test of stores extends this class and supplies empty ones per test. */
public abstract class HistoryStoreContract
        implements StoredEndsContract,
                HistoryQueriesContract,
                StoredFailuresContract,
                StoredCountsContract,
                StoredAuditContract {}
