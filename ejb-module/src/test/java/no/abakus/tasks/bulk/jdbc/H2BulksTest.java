package no.abakus.tasks.bulk.jdbc;

import java.nio.file.Path;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.H2File;
import no.abakus.tasks.port.BulkStore;
import no.abakus.tasks.testing.BulkStoreContract;
import no.abakus.tasks.testing.EachAlone;
import org.junit.jupiter.api.io.TempDir;

class H2BulksTest extends BulkStoreContract {

    @TempDir
    Path folder;

    @Override
    protected BulkStore store() {
        return new JdbcBulks(new Database(() -> H2File.in(folder), new EachAlone()));
    }
}
