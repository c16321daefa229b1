package no.abakus.tasks.delay.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import no.abakus.tasks.WaitingTask;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.spi.ParkedMessage;
import no.abakus.tasks.spi.ParkedStore;
import no.abakus.tasks.spi.Transactions;

/** Parked messages in the table {@code abakus_delayed}. Thread-safe. */
public final class JdbcParked implements ParkedStore {

    private static final String ADD = "INSERT INTO abakus_delayed (due_at, queue, task_id, task, priority, retries,"
            + " summary, message, long_message) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FIRST_DUE =
            "SELECT due_at FROM abakus_delayed WHERE " + FreshRead.CONDITION + " ORDER BY due_at LIMIT 1";
    private static final String REMOVABLE = "SELECT parked_id FROM abakus_delayed WHERE task_id = ? AND queue = ? AND "
            + FreshRead.CONDITION + " FOR UPDATE SKIP LOCKED";
    private static final String REMOVE = "DELETE FROM abakus_delayed WHERE parked_id = ?";
    private static final String COUNT =
            "SELECT COUNT(*) FROM abakus_delayed WHERE queue = ? AND " + FreshRead.CONDITION;
    private static final String LIST = "SELECT task_id, task, priority, retries, due_at, summary FROM abakus_delayed"
            + " WHERE queue = ? AND " + FreshRead.CONDITION + " ORDER BY due_at LIMIT ?";

    private final ParkedTable table;

    /** Messages in this data source, which is asked for when it is first needed. */
    public JdbcParked(Supplier<DataSource> source, Transactions transactions) {
        this.table = new ParkedTable(source, transactions);
    }

    @Override
    public void add(List<ParkedMessage> messages) {
        table.run("Delayed tasks could not be kept", connection -> {
            try (PreparedStatement insert = connection.prepareStatement(ADD)) {
                for (ParkedMessage message : messages) {
                    boolean isLong = message.content().length > TakenRows.LONG;
                    insert.setObject(1, time(message.due()));
                    insert.setString(2, message.queue());
                    insert.setString(3, message.taskId());
                    insert.setString(4, message.task());
                    insert.setInt(5, message.priority());
                    insert.setInt(6, message.retries());
                    insert.setString(7, message.summary().orElse(null));
                    insert.setBytes(8, isLong ? null : message.content());
                    insert.setBytes(9, isLong ? message.content() : null);
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            return null;
        });
    }

    @Override
    public Optional<Instant> firstDue() {
        return table.run("Delayed tasks could not be looked for", connection -> {
            try (PreparedStatement select = connection.prepareStatement(FIRST_DUE);
                    ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(instant(row, "due_at")) : Optional.empty();
            }
        });
    }

    @Override
    public List<ParkedMessage> take(Instant until, int most, Set<String> without) {
        return table.run("Delayed tasks could not be taken out", connection -> {
            TakenRows rows = TakenRows.locked(connection, until, most, without);
            delete(connection, rows.ids());
            return rows.messages();
        });
    }

    @Override
    public boolean remove(String queue, String taskId) {
        return table.run("The delayed task " + taskId + " could not be taken out", connection -> {
            List<Long> ids = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(REMOVABLE)) {
                select.setString(1, taskId);
                select.setString(2, queue);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        ids.add(row.getLong(1));
                    }
                }
            }
            delete(connection, ids);
            return !ids.isEmpty();
        });
    }

    private static void delete(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            for (long id : ids) {
                delete.setLong(1, id);
                delete.addBatch();
            }
            for (int deleted : delete.executeBatch()) {
                if (deleted != 1) {
                    throw new SQLException("a row that this transaction has locked is gone; the database does not keep"
                            + " FOR UPDATE");
                }
            }
        }
    }

    @Override
    public long count(String queue) {
        return table.run("Delayed tasks could not be counted", connection -> {
            try (PreparedStatement select = connection.prepareStatement(COUNT)) {
                select.setString(1, queue);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    @Override
    public List<WaitingTask> list(String queue, int most) {
        return table.run("Delayed tasks could not be listed", connection -> {
            List<WaitingTask> found = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(LIST)) {
                select.setString(1, queue);
                select.setInt(2, most);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new WaitingTask(
                                row.getString("task_id"),
                                row.getString("task"),
                                queue,
                                row.getInt("priority"),
                                row.getInt("retries"),
                                Optional.of(instant(row, "due_at")),
                                Optional.ofNullable(row.getString("summary"))));
                    }
                }
            }
            return List.copyOf(found);
        });
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
