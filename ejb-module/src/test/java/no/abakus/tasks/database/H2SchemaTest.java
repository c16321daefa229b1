package no.abakus.tasks.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class H2SchemaTest extends SchemaContract {

    @TempDir
    Path folder;

    @Override
    DataSource empty() {
        return H2File.in(folder);
    }
}
