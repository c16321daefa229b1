package no.abakus.it.container;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Acks;
import no.abakus.tasks.Tasks;

/**
 * Tasks that write a row with plain SQL and send a task, and may throw after both. For beans in modules of several
 * kinds.
 */
public abstract class Writing {

    public static final String FAIL = "fail:";

    @Inject
    Tasks tasks;

    @AbakusTask(ignoreResult = false)
    @Transactional
    public void inItsOwnTransaction(String text) {
        writeAndSend(text);
    }

    @AbakusTask(ignoreResult = false, acks = Acks.TRANSACTED)
    public void inItsWorkersTransaction(String text) {
        writeAndSend(text);
    }

    @AbakusTask(ignoreResult = false, acks = Acks.TRANSACTED)
    @Transactional
    public void joiningItsWorkersTransaction(String text) {
        writeAndSend(text);
    }

    private void writeAndSend(String text) {
        try (Connection connection = database().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO tests_written VALUES (?)")) {
            insert.setString(1, text);
            insert.executeUpdate();
        } catch (SQLException | NamingException e) {
            throw new IllegalStateException(e);
        }
        tasks.call("tests.receive").args(text).applyAsync();
        if (text.startsWith(FAIL)) {
            throw new IllegalStateException("on purpose");
        }
    }

    public static void createTable() throws SQLException, NamingException {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS tests_written (text VARCHAR(100))");
        }
    }

    public static int rows(String text) throws SQLException, NamingException {
        try (Connection connection = database().getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT COUNT(*) FROM tests_written WHERE text = ?")) {
            query.setString(1, text);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @SuppressWarnings("BanJNDI") // the name is the platform's own
    private static DataSource database() throws NamingException {
        return InitialContext.doLookup("java:comp/DefaultDataSource");
    }
}
