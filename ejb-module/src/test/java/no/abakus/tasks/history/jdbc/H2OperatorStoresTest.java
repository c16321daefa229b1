package no.abakus.tasks.history.jdbc;

import java.nio.file.Path;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.H2File;
import no.abakus.tasks.testing.EachAlone;
import org.junit.jupiter.api.io.TempDir;

class H2OperatorStoresTest extends OperatorStoresContract {

    @TempDir
    Path folder;

    @Override
    protected Database database() {
        return new Database(() -> H2File.in(folder), new EachAlone());
    }
}
