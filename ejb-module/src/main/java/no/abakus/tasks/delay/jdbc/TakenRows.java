package no.abakus.tasks.delay.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.abakus.tasks.database.Dialect;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Row;
import no.abakus.tasks.database.Session;
import no.abakus.tasks.port.ParkedMessage;

/**
 * Rows that are due and locked by this transaction, with their messages. Skips rows that another transaction has
 * locked.
 */
final class TakenRows {

    /**
     * The maximum size of a short message, in bytes. A longer message is in a separate column, and is read
     * individually.
     */
    static final int LONG = 16_384;

    /**
     * After this many bytes of long messages, no more messages are taken. The message that reaches this size is still
     * taken, so there is always at least one.
     */
    private static final int MOST_LONG_BYTES = 16 * 1024 * 1024;

    private static final String COLUMNS =
            "parked_id, task_id, task, queue, priority, retries, due_at, summary, message";
    private static final String LOCK_ONE =
            "SELECT " + COLUMNS + " FROM abakus_delayed WHERE parked_id = ? FOR UPDATE SKIP LOCKED";
    private static final String READ_LONG = "SELECT long_message FROM abakus_delayed WHERE parked_id = ?";

    private final Session session;
    private final Owner owner;
    private final List<Long> ids = new ArrayList<>();
    private final List<ParkedMessage> messages = new ArrayList<>();
    private int longBytes;

    private TakenRows(Session session, Owner owner) {
        this.session = session;
        this.owner = owner;
    }

    static TakenRows locked(Session session, Owner owner, Instant until, int most, Set<String> without)
            throws SQLException {
        TakenRows rows = new TakenRows(session, owner);
        if (session.dialect() == Dialect.H2) {
            rows.lockOneByOne(until, most, without);
        } else {
            rows.lockTogether(until, most, without);
        }
        return rows;
    }

    /** The keys of the rows. */
    List<Long> ids() {
        return ids;
    }

    /** The messages of the rows, in the same order. */
    List<ParkedMessage> messages() {
        return messages;
    }

    private void lockTogether(Instant until, int most, Set<String> without) throws SQLException {
        String sql = "SELECT " + COLUMNS + due(owner, without.size()) + " FOR UPDATE SKIP LOCKED";
        session.forEach(sql, parameters(until, most, without), this::add);
    }

    /**
     * Finds the rows with a first query without locks, and then locks them. With a single locking query, H2 would
     * ignore the limit and lock all due rows.
     */
    private void lockOneByOne(Instant until, int most, Set<String> without) throws SQLException {
        List<Long> due = session.list(
                "SELECT parked_id" + due(owner, without.size()),
                parameters(until, most, without),
                row -> row.longNumber("parked_id"));
        for (long id : due) {
            session.forEach(LOCK_ONE, parameters -> parameters.number(id), this::add);
            if (!hasRoom()) {
                return;
            }
        }
    }

    /**
     * The part of a query that selects due rows. It sorts by all columns of an index, as {@link JdbcParked#FIRST_DUE}
     * does.
     */
    static String due(Owner owner, int without) {
        return " FROM abakus_delayed WHERE due_at <= ? AND " + owner.condition()
                + (without == 0 ? "" : " AND queue NOT IN (?" + ", ?".repeat(without - 1) + ")")
                + " AND " + FreshRead.CONDITION + " ORDER BY application, due_at LIMIT ?";
    }

    private static Session.Binding parameters(Instant until, int most, Set<String> without) {
        return parameters -> {
            parameters.instant(until);
            for (String queue : without) {
                parameters.text(queue);
            }
            parameters.number(most);
        };
    }

    private boolean hasRoom() {
        return longBytes < MOST_LONG_BYTES;
    }

    /** Adds a row; returns whether there is room for another one. */
    private boolean add(Row row) throws SQLException {
        long id = row.longNumber("parked_id");
        byte[] content = row.bytes("message");
        ids.add(id);
        if (content == null) {
            content = longMessage(id);
            longBytes += content.length;
        }
        messages.add(message(row, content));
        return hasRoom();
    }

    private static ParkedMessage message(Row row, byte[] content) throws SQLException {
        return new ParkedMessage(
                row.text("task_id"),
                row.text("task"),
                row.text("queue"),
                row.number("priority"),
                row.number("retries"),
                row.instant("due_at"),
                row.optionalText("summary"),
                content);
    }

    private byte[] longMessage(long id) throws SQLException {
        return session.first(READ_LONG, parameters -> parameters.number(id), row -> row.bytes("long_message"))
                .orElseThrow(() -> new SQLException("a row that this transaction has locked is gone"));
    }
}
