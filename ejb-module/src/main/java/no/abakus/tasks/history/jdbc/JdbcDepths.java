package no.abakus.tasks.history.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Row;
import no.abakus.tasks.database.SqlTrouble;
import no.abakus.tasks.operate.QueueDepth;
import no.abakus.tasks.port.DepthStore;

/** Stores the depths of queues in the table {@code abakus_depth}. Thread-safe. */
public final class JdbcDepths implements DepthStore {

    private static final String COLUMNS = "minute_at, queue, waiting, scheduled, delivering, consumers";
    private static final String HAS =
            "SELECT queue FROM abakus_depth WHERE minute_at = ? AND %s AND " + FreshRead.CONDITION + " LIMIT 1";
    private static final String ADD =
            "INSERT INTO abakus_depth (" + COLUMNS + ", application) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String ALL = "SELECT " + COLUMNS + " FROM abakus_depth WHERE minute_at >= ? AND minute_at < ?"
            + " AND %s AND " + FreshRead.CONDITION;
    private static final String ORDER = " ORDER BY minute_at, queue";
    private static final String MINUTES = "SELECT DISTINCT minute_at FROM abakus_depth WHERE minute_at >= ? AND"
            + " minute_at < ? AND %s AND " + FreshRead.CONDITION + " ORDER BY minute_at";
    private static final String REMOVE = "DELETE FROM abakus_depth WHERE minute_at < ?";

    private final Database database;
    private final Owner owner;

    /** Creates a store of the depths of this application's queues in this database. */
    public JdbcDepths(Database database, Owner owner) {
        this.database = database;
        this.owner = owner;
    }

    @Override
    public boolean has(Instant minute) {
        return database.run("The depths of queues could not be read", session -> session.first(
                        owner.restrict(HAS), parameters -> parameters.instant(minute), row -> true)
                .isPresent());
    }

    @Override
    public void add(List<QueueDepth> depths) {
        try {
            database.together(
                    "The depths of queues could not be stored",
                    session -> session.updateEach(ADD, depths, (parameters, depth) -> parameters
                            .instant(depth.at())
                            .text(owner.key(depth.queue()))
                            .number(depth.waiting())
                            .number(depth.scheduled())
                            .number(depth.delivering())
                            .number(depth.consumers())
                            .text(owner.column())));
        } catch (OperationalException e) {
            if (!(e.getCause() instanceof SQLException sql && SqlTrouble.isDuplicateKey(sql))) {
                throw e;
            }
            // Another node was faster, and its numbers are as good as these.
        }
    }

    @Override
    public List<QueueDepth> depths(Instant from, Instant to, Optional<String> queue) {
        return database.run(
                "The depths of queues could not be read",
                session -> queue.isPresent()
                        ? session.list(
                                owner.restrict(ALL) + " AND queue = ?" + ORDER,
                                parameters ->
                                        parameters.instant(from).instant(to).text(owner.key(queue.get())),
                                this::read)
                        : session.list(
                                owner.restrict(ALL) + ORDER,
                                parameters -> parameters.instant(from).instant(to),
                                this::read));
    }

    @Override
    public List<Instant> minutes(Instant from, Instant to) {
        return database.run(
                "The depths of queues could not be read",
                session -> session.list(
                        owner.restrict(MINUTES),
                        parameters -> parameters.instant(from).instant(to),
                        row -> row.instant("minute_at")));
    }

    private QueueDepth read(Row row) throws SQLException {
        return new QueueDepth(
                row.instant("minute_at"),
                owner.name(row.text("queue")).orElseThrow(),
                row.optionalLong("waiting"),
                row.optionalLong("scheduled"),
                row.optionalLong("delivering"),
                row.optionalLong("consumers"));
    }

    @Override
    public int removeDepths(Instant before) {
        return database.run(
                "Old depths of queues could not be deleted",
                session -> session.update(REMOVE, parameters -> parameters.instant(before)));
    }
}
