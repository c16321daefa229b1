package no.abakus.tasks.testing;

import no.abakus.tasks.port.ResultBackend;

/** All contracts of a {@link ResultBackend}. The test of a store extends this class and supplies an empty store per test. */
public abstract class ResultBackendContract
        implements StoredRecordsContract,
                StoredAttemptsContract,
                StateChangesContract,
                StrangersChangesContract,
                StoredRevocationContract {}
