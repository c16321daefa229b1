package no.abakus.bench.deployed;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.Acks;

/**
 * A task that writes to the application's database. One transaction contains the row, the result and the
 * acknowledgement of the message.
 */
@ApplicationScoped
public class JointTask {

    static final String NAME = "bench.joint";

    @Inject
    private Arrivals arrivals;

    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    /** Creates the table. A task cannot do this in its transaction. */
    void prepare() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS bench_joint (task_number INTEGER, content VARCHAR(4000))");
        }
    }

    @AbakusTask(name = NAME, queue = "bench", acks = Acks.TRANSACTED, ignoreResult = false, trackStarted = false)
    String run(int number, String text) throws SQLException {
        arrivals.arrived(number);
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO bench_joint VALUES (?, ?)")) {
            insert.setInt(1, number);
            insert.setString(2, text);
            insert.executeUpdate();
        }
        return text;
    }
}
