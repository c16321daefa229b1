package no.abakus.tasks.crash.jdbc;

import java.nio.file.Path;
import no.abakus.tasks.spi.ClaimStore;
import no.abakus.tasks.testing.ClaimStoreContract;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;

/** On a file, with the options that the server's scripts give it. */
class H2ClaimStoreTest extends ClaimStoreContract {

    @TempDir
    Path folder;

    @Override
    protected ClaimStore store() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("tasks") + ";WRITE_DELAY=0;LOCK_TIMEOUT=15000");
        return new JdbcClaimStore(new CrashTables(() -> source, new EachAlone()));
    }
}
