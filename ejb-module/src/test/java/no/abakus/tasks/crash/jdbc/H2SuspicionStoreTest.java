package no.abakus.tasks.crash.jdbc;

import java.nio.file.Path;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.H2File;
import no.abakus.tasks.port.SuspicionStore;
import no.abakus.tasks.testing.EachAlone;
import no.abakus.tasks.testing.SuspicionStoreContract;
import org.junit.jupiter.api.io.TempDir;

class H2SuspicionStoreTest extends SuspicionStoreContract {

    @TempDir
    Path folder;

    @Override
    protected SuspicionStore store() {
        return new JdbcSuspicionStore(new Database(() -> H2File.in(folder), new EachAlone()));
    }
}
