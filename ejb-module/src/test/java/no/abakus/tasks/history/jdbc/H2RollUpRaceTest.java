package no.abakus.tasks.history.jdbc;

import java.nio.file.Path;
import javax.sql.DataSource;
import no.abakus.tasks.database.H2File;
import org.junit.jupiter.api.io.TempDir;

class H2RollUpRaceTest extends RollUpRaceContract {

    @TempDir
    Path folder;

    @Override
    DataSource source() {
        return H2File.in(folder);
    }

    @Override
    String waiting() {
        return "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL AND RANDOM() IS NOT NULL";
    }
}
