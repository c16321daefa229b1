package no.abakus.bench.seed;

import java.nio.file.Path;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database to seed.
 *
 * @param url the JDBC URL of a PostgreSQL or an H2 database
 */
public record SeededDatabase(String url, String user, String password) {

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final String H2 = "jdbc:h2:";

    public SeededDatabase {
        if (!url.startsWith(POSTGRESQL) && !url.startsWith(H2)) {
            throw new IllegalArgumentException(
                    "bench.seed.url is '" + url + "', but must begin with " + POSTGRESQL + " or " + H2);
        }
    }

    /** Returns the file of Abakus's own database in the data folder of a stopped server. */
    public static SeededDatabase file(Path data) {
        return new SeededDatabase(H2 + "file:" + data.resolve("abakus").resolve("system"), "sa", "sa");
    }

    /** Writes this many rows. Returns how many rows were written per second. */
    public double fill(long rows) {
        if (url.startsWith(POSTGRESQL)) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url);
            source.setUser(user);
            source.setPassword(password);
            source.setReWriteBatchedInserts(true);
            return new Seeder(source).write(rows);
        }
        // Without a pool, the file would be closed and opened again for each batch. Once the pool is disposed of, a
        // server may open the file.
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, user, password);
        try {
            return new Seeder(pool).write(rows);
        } finally {
            pool.dispose();
        }
    }
}
