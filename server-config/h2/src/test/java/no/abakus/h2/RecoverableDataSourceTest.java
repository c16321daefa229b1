package no.abakus.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecoverableDataSourceTest {

    private static final int SCAN = XAResource.TMSTARTRSCAN | XAResource.TMENDRSCAN;

    @TempDir
    private Path folder;

    @BeforeEach
    void a_table() throws SQLException {
        execute("CREATE TABLE note (text VARCHAR)");
    }

    @Test
    void all_that_a_crash_left_in_doubt_is_rolled_back() throws Exception {
        RecoverableDataSource database = recoverable();
        crashWithThreePrepared(database);

        rollBackAllInDoubt(database);

        assertThat(inDoubt()).isZero();
        assertThat(count()).isZero();
    }

    @Test
    void what_is_committed_after_a_crash_is_there() throws Exception {
        RecoverableDataSource database = recoverable();
        crashWithThreePrepared(database);

        XAConnection connection = database.getXAConnection();
        Xid[] found = connection.getXAResource().recover(SCAN);
        XAResource resource = connection.getXAResource();
        resource.rollback(found[0]);
        resource.commit(found[1], false);
        resource.rollback(found[2]);
        connection.close();

        assertThat(inDoubt()).isZero();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void a_transaction_that_was_begun_here_is_rolled_back_and_another_committed() throws Exception {
        RecoverableDataSource database = recoverable();
        XAConnection connection = database.getXAConnection();
        XAResource resource = connection.getXAResource();
        for (int i = 0; i < 2; i++) {
            Xid xid = new TestXid(i);
            write(connection, resource, xid);
            if (i == 0) {
                resource.rollback(xid);
            } else {
                resource.commit(xid, true);
            }
        }
        connection.close();

        assertThat(count()).isEqualTo(1);
    }

    /** The reason for this module. If this test fails, H2 has fixed the problem itself, and the module can go. */
    @Test
    void h2_alone_rolls_back_only_the_first() throws Exception {
        JdbcDataSource database = h2();
        crashWithThreePrepared(database);

        rollBackAllInDoubt(database);

        assertThat(inDoubt()).isEqualTo(2);
    }

    private void crashWithThreePrepared(XADataSource database) throws Exception {
        XAConnection[] connections = new XAConnection[3];
        for (int i = 0; i < connections.length; i++) {
            connections[i] = database.getXAConnection();
            XAResource resource = connections[i].getXAResource();
            Xid xid = new TestXid(i);
            write(connections[i], resource, xid);
            assertThat(resource.prepare(xid)).isEqualTo(XAResource.XA_OK);
        }
        execute("SHUTDOWN IMMEDIATELY");
    }

    private static void write(XAConnection connection, XAResource resource, Xid xid) throws Exception {
        resource.start(xid, XAResource.TMNOFLAGS);
        try (Statement statement = connection.getConnection().createStatement()) {
            statement.execute("INSERT INTO note VALUES ('" + Arrays.toString(xid.getGlobalTransactionId()) + "')");
        }
        resource.end(xid, XAResource.TMSUCCESS);
    }

    /** Acts like a transaction manager that does not know these transactions. */
    private static void rollBackAllInDoubt(XADataSource database) throws Exception {
        XAConnection connection = database.getXAConnection();
        XAResource resource = connection.getXAResource();
        for (Xid xid : resource.recover(SCAN)) {
            resource.rollback(xid);
        }
        connection.close();
    }

    private int inDoubt() throws SQLException {
        return number("SELECT COUNT(*) FROM INFORMATION_SCHEMA.IN_DOUBT WHERE TRANSACTION_STATE = 'IN_DOUBT'");
    }

    private int count() throws SQLException {
        return number("SELECT COUNT(*) FROM note");
    }

    private int number(String query) throws SQLException {
        try (Connection connection = h2().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = h2().getConnection();
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private JdbcDataSource h2() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url());
        database.setUser("sa");
        database.setPassword("sa");
        return database;
    }

    private RecoverableDataSource recoverable() {
        RecoverableDataSource database = new RecoverableDataSource();
        database.setURL(url());
        database.setUser("sa");
        database.setPassword("sa");
        return database;
    }

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("notes") + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    private record TestXid(int number) implements Xid {

        @Override
        public int getFormatId() {
            return 1;
        }

        @Override
        public byte[] getGlobalTransactionId() {
            return ("global-" + number).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] getBranchQualifier() {
            return "branch".getBytes(StandardCharsets.UTF_8);
        }
    }
}
