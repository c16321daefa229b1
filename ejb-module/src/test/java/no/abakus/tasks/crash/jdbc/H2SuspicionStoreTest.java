package no.abakus.tasks.crash.jdbc;

import java.nio.file.Path;
import no.abakus.tasks.spi.SuspicionStore;
import no.abakus.tasks.testing.SuspicionStoreContract;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;

/** On a file, with the options that the server's scripts give it. */
class H2SuspicionStoreTest extends SuspicionStoreContract {

    @TempDir
    Path folder;

    @Override
    protected SuspicionStore store() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("tasks") + ";WRITE_DELAY=0;LOCK_TIMEOUT=15000");
        return new JdbcSuspicionStore(new CrashTables(() -> source, new EachAlone()));
    }
}
