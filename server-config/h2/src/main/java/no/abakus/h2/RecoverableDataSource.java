package no.abakus.h2;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Wraps H2's data source, so that its connections roll back every transaction that a crash left in doubt, not only the
 * first. Of the transactions that {@code recover()} returns, H2 2.2 and 2.3 roll back only one per connection. H2
 * reports the other transactions as rolled back, but they remain and keep their locks. Thread-safe once it is
 * configured.
 */
public final class RecoverableDataSource implements XADataSource {

    private final JdbcDataSource database = new JdbcDataSource();

    /** Sets the URL of the database, such as {@code jdbc:h2:file:…}. */
    public void setURL(String url) {
        database.setURL(url);
    }

    public String getURL() {
        return database.getURL();
    }

    public void setUser(String user) {
        database.setUser(user);
    }

    public String getUser() {
        return database.getUser();
    }

    public void setPassword(String password) {
        database.setPassword(password);
    }

    @Override
    public XAConnection getXAConnection() throws SQLException {
        return new RecoverableConnection(database.getXAConnection());
    }

    @Override
    public XAConnection getXAConnection(String user, String password) throws SQLException {
        return new RecoverableConnection(database.getXAConnection(user, password));
    }

    @Override
    public PrintWriter getLogWriter() {
        return database.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        database.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) {
        database.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() {
        return database.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return database.getParentLogger();
    }
}
