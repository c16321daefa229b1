package no.abakus.tasks.delay.jdbc;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.io.TempDir;

/** On a file, with the options that the server's scripts give it. */
class H2ParkedTest extends SharedParkedContract {

    @TempDir
    Path folder;

    @Override
    DataSource source() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("tasks") + ";WRITE_DELAY=0;LOCK_TIMEOUT=15000");
        return source;
    }
}
