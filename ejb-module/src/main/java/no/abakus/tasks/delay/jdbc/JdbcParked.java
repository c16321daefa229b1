package no.abakus.tasks.delay.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.database.ContextText;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Parameters;
import no.abakus.tasks.database.Row;
import no.abakus.tasks.database.Session;
import no.abakus.tasks.operate.WaitingTask;
import no.abakus.tasks.port.ParkedMessage;
import no.abakus.tasks.port.ParkedStore;

/** Stores parked messages in the table {@code abakus_delayed}. Thread-safe. */
public final class JdbcParked implements ParkedStore {

    private static final String ADD = "INSERT INTO abakus_delayed (due_at, queue, task_id, task, priority, retries,"
            + " summary, context, message, long_message, application) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    /**
     * The ORDER BY clause names all columns of the index. Without the first of these columns, H2 would read and sort
     * every delayed task, and PostgreSQL would also read the delayed tasks of other applications.
     */
    static final String FIRST_DUE = "SELECT due_at FROM abakus_delayed WHERE %s AND " + FreshRead.CONDITION
            + " ORDER BY application, due_at LIMIT 1";

    private static final String REMOVABLE =
            "SELECT parked_id FROM abakus_delayed WHERE task_id = ? AND queue = ? AND %s AND " + FreshRead.CONDITION
                    + " FOR UPDATE SKIP LOCKED";
    private static final String REMOVE = "DELETE FROM abakus_delayed WHERE parked_id = ?";
    private static final String COUNT =
            "SELECT COUNT(*) AS waiting FROM abakus_delayed WHERE queue = ? AND %s AND " + FreshRead.CONDITION;
    private static final String SHOWN =
            "SELECT task_id, task, priority, retries, due_at, summary, context FROM abakus_delayed";
    private static final String FIND =
            SHOWN + " WHERE task_id = ? AND queue = ? AND %s AND " + FreshRead.CONDITION + " LIMIT 1";
    private static final String LIST =
            SHOWN + " WHERE queue = ? AND %s AND " + FreshRead.CONDITION + " ORDER BY queue, due_at LIMIT ?";

    private final Database database;
    private final Owner owner;

    /** Creates a store of this application's parked messages in this database. */
    public JdbcParked(Database database, Owner owner) {
        this.database = database;
        this.owner = owner;
    }

    /** Takes over the parked messages of another application; returns how many there were. */
    public int takeOver(Owner other) {
        return database.run(
                "The delayed tasks of another application could not be taken over",
                session -> session.update(
                        "UPDATE abakus_delayed SET application = ? WHERE " + other.condition(),
                        parameters -> parameters.text(owner.column())));
    }

    @Override
    public void add(List<ParkedMessage> messages) {
        database.run("Delayed tasks could not be stored", session -> session.updateEach(ADD, messages, this::set));
    }

    private void set(Parameters parameters, ParkedMessage message) throws SQLException {
        boolean isLong = message.content().length > TakenRows.LONG;
        parameters
                .instant(message.due())
                .text(message.queue())
                .text(message.taskId())
                .text(message.task())
                .number(message.priority())
                .number(message.retries())
                .text(message.summary())
                .text(ContextText.write(message.context()))
                .bytes(isLong ? null : message.content())
                .bytes(isLong ? message.content() : null)
                .text(owner.column());
    }

    @Override
    public Optional<Instant> firstDue() {
        return database.run(
                "Delayed tasks could not be searched for",
                session -> session.first(owner.restrict(FIRST_DUE), Parameters.NONE, row -> row.instant("due_at")));
    }

    @Override
    public List<ParkedMessage> take(Instant until, int most, Set<String> without) {
        return database.run("Delayed tasks could not be removed", session -> {
            TakenRows rows = TakenRows.locked(session, owner, until, most, without);
            delete(session, rows.ids());
            return rows.messages();
        });
    }

    @Override
    public boolean remove(String queue, String taskId) {
        return database.run("The delayed task " + taskId + " could not be removed", session -> {
            List<Long> ids = session.list(
                    owner.restrict(REMOVABLE),
                    parameters -> parameters.text(taskId).text(queue),
                    row -> row.longNumber("parked_id"));
            delete(session, ids);
            return !ids.isEmpty();
        });
    }

    private static void delete(Session session, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        for (int deleted : session.updateEach(REMOVE, ids, Parameters::number)) {
            if (deleted != 1) {
                throw new SQLException(
                        "a row that this transaction has locked is gone; the database does not honour" + " FOR UPDATE");
            }
        }
    }

    @Override
    public long count(String queue) {
        return database.run("Delayed tasks could not be counted", session -> session.first(
                        owner.restrict(COUNT), parameters -> parameters.text(queue), row -> row.longNumber("waiting"))
                .orElse(0L));
    }

    @Override
    public Optional<WaitingTask> find(String queue, String taskId) {
        return database.run(
                "Delayed tasks could not be searched for",
                session -> session.first(
                        owner.restrict(FIND),
                        parameters -> parameters.text(taskId).text(queue),
                        row -> shown(row, queue)));
    }

    @Override
    public List<WaitingTask> list(String queue, int most) {
        return database.run(
                "Delayed tasks could not be listed",
                session -> session.list(
                        owner.restrict(LIST),
                        parameters -> parameters.text(queue).number(most),
                        row -> shown(row, queue)));
    }

    private static WaitingTask shown(Row row, String queue) throws SQLException {
        return new WaitingTask(
                row.text("task_id"),
                row.text("task"),
                queue,
                row.number("priority"),
                row.number("retries"),
                Optional.of(row.instant("due_at")),
                row.optionalText("summary"),
                Optional.empty(),
                Optional.empty(),
                ContextText.read(row.text("context")));
    }
}
