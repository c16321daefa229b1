package no.abakus.tasks.history.jdbc;

import java.nio.file.Path;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.H2File;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.port.HistoryStores;
import no.abakus.tasks.testing.EachAlone;
import no.abakus.tasks.testing.HistoryStoreContract;
import org.junit.jupiter.api.io.TempDir;

class H2HistoryTest extends HistoryStoreContract {

    @TempDir
    Path folder;

    @Override
    public HistoryStores stores() {
        return JdbcHistory.in(new Database(() -> H2File.in(folder), new EachAlone()), Owner.PLAIN);
    }
}
