package no.abakus.tasks.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class H2SchemaTest extends SchemaContract {

    @TempDir
    Path folder;

    @Override
    String endless() {
        return "SELECT COUNT(*) AS n FROM SYSTEM_RANGE(1, 1000000) AS a, SYSTEM_RANGE(1, 1000000) AS b WHERE a.x + b.x < 0";
    }

    @Override
    DataSource empty() {
        return H2File.in(folder);
    }
}
