package no.abakus.tasks.crash.jdbc;

import java.nio.file.Path;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.H2File;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.port.ClaimStore;
import no.abakus.tasks.testing.ClaimStoreContract;
import no.abakus.tasks.testing.EachAlone;
import org.junit.jupiter.api.io.TempDir;

class H2ClaimStoreTest extends ClaimStoreContract {

    @TempDir
    Path folder;

    @Override
    protected ClaimStore store() {
        return new JdbcClaimStore(new Database(() -> H2File.in(folder), new EachAlone()), Owner.PLAIN);
    }
}
