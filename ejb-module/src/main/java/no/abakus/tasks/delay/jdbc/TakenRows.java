package no.abakus.tasks.delay.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.spi.ParkedMessage;

/**
 * Rows that are due, locked by this transaction, and their messages. Rows that another one has locked are passed over.
 */
final class TakenRows {

    /** A message with more bytes is kept in a column of its own, and read by itself. */
    static final int LONG = 16_384;

    /** So many bytes of long messages are taken at once, and at least one message. */
    private static final int MOST_LONG_BYTES = 16 * 1024 * 1024;

    private static final String COLUMNS =
            "parked_id, task_id, task, queue, priority, retries, due_at, summary, message";
    private static final String LOCK_ONE =
            "SELECT " + COLUMNS + " FROM abakus_delayed WHERE parked_id = ? FOR UPDATE SKIP LOCKED";
    private static final String READ_LONG = "SELECT long_message FROM abakus_delayed WHERE parked_id = ?";

    private final List<Long> ids = new ArrayList<>();
    private final List<ParkedMessage> messages = new ArrayList<>();
    private int longBytes;

    private TakenRows() {}

    static TakenRows locked(Connection connection, Instant until, int most, Set<String> without) throws SQLException {
        TakenRows rows = new TakenRows();
        if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
            rows.lockOneByOne(connection, until, most, without);
        } else {
            rows.lockTogether(connection, until, most, without);
        }
        return rows;
    }

    /** Their keys. */
    List<Long> ids() {
        return ids;
    }

    /** What they hold, in the same order. */
    List<ParkedMessage> messages() {
        return messages;
    }

    private void lockTogether(Connection connection, Instant until, int most, Set<String> without) throws SQLException {
        String sql = "SELECT " + COLUMNS + due(without.size()) + " FOR UPDATE SKIP LOCKED";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            fill(select, until, most, without);
            try (ResultSet row = select.executeQuery()) {
                while (hasRoom() && row.next()) {
                    add(connection, row);
                }
            }
        }
    }

    /** H2 locks all rows that are due, however few it is asked for; so it is first asked which those are. */
    private void lockOneByOne(Connection connection, Instant until, int most, Set<String> without) throws SQLException {
        List<Long> due = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT parked_id" + due(without.size()))) {
            fill(select, until, most, without);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(row.getLong(1));
                }
            }
        }
        try (PreparedStatement select = connection.prepareStatement(LOCK_ONE)) {
            for (long id : due) {
                select.setLong(1, id);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        add(connection, row);
                    }
                }
                if (!hasRoom()) {
                    return;
                }
            }
        }
    }

    private static String due(int without) {
        return " FROM abakus_delayed WHERE due_at <= ?"
                + (without == 0 ? "" : " AND queue NOT IN (?" + ", ?".repeat(without - 1) + ")")
                + " AND " + FreshRead.CONDITION + " ORDER BY due_at LIMIT ?";
    }

    private static void fill(PreparedStatement select, Instant until, int most, Set<String> without)
            throws SQLException {
        int parameter = 1;
        select.setObject(parameter++, JdbcParked.time(until));
        for (String queue : without) {
            select.setString(parameter++, queue);
        }
        select.setInt(parameter, most);
    }

    private boolean hasRoom() {
        return longBytes < MOST_LONG_BYTES;
    }

    private void add(Connection connection, ResultSet row) throws SQLException {
        long id = row.getLong("parked_id");
        byte[] content = row.getBytes("message");
        ids.add(id);
        if (content == null) {
            content = longMessage(connection, id);
            longBytes += content.length;
        }
        messages.add(message(row, content));
    }

    private static ParkedMessage message(ResultSet row, byte[] content) throws SQLException {
        return new ParkedMessage(
                row.getString("task_id"),
                row.getString("task"),
                row.getString("queue"),
                row.getInt("priority"),
                row.getInt("retries"),
                JdbcParked.instant(row, "due_at"),
                Optional.ofNullable(row.getString("summary")),
                content);
    }

    private static byte[] longMessage(Connection connection, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READ_LONG)) {
            select.setLong(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("a row that this transaction has locked is gone");
                }
                return row.getBytes(1);
            }
        }
    }
}
