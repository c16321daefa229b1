package no.abakus.tasks.database;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** H2 in a file, with the options that the servers' scripts give it. */
public final class H2File {

    private H2File() {}

    /** The database in this folder. */
    public static DataSource in(Path folder) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("tasks") + ";WRITE_DELAY=0;LOCK_TIMEOUT=15000"
                // As a server's pool does, it keeps the database open between two connections.
                + ";DB_CLOSE_DELAY=3");
        return source;
    }
}
