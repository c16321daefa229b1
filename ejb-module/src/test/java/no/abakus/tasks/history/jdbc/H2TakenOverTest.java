package no.abakus.tasks.history.jdbc;

import java.nio.file.Path;
import javax.sql.DataSource;
import no.abakus.tasks.database.H2File;
import org.junit.jupiter.api.io.TempDir;

class H2TakenOverTest extends TakenOverContract {

    @TempDir
    Path folder;

    @Override
    DataSource source() {
        return H2File.in(folder);
    }
}
