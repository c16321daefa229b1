package no.abakus.tasks.bulk.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Parameters;
import no.abakus.tasks.port.BulkStore;
import no.abakus.tasks.port.OptionsFormat;
import no.abakus.tasks.port.StoredBulk;

/** Stores bulk operations in the table {@code abakus_bulk}. Thread-safe. */
public final class JdbcBulks implements BulkStore {

    private static final String FIND =
            "SELECT " + BulkRow.COLUMNS + " FROM abakus_bulk WHERE id = ? AND %s AND " + FreshRead.CONDITION;
    private static final String RUNNING = "SELECT id FROM abakus_bulk WHERE state = 'RUNNING' AND %s AND "
            + FreshRead.CONDITION + " ORDER BY started_at, id";
    private static final String START = "UPDATE abakus_bulk SET state = 'RUNNING', started_at = ?"
            + " WHERE id = ? AND state = 'PREVIEW' AND expires_at >= ? AND %s";
    private static final String END =
            "UPDATE abakus_bulk SET state = ?, ended_at = ?, lease_until = NULL WHERE id = ? AND state = 'RUNNING'"
                    + " AND %s";
    private static final String LEASE = "UPDATE abakus_bulk SET node = ?, lease_until = ? WHERE id = ? AND"
            + " state = 'RUNNING' AND (node = ? OR lease_until IS NULL OR lease_until < ?) AND %s";
    private static final String PROGRESS =
            "UPDATE abakus_bulk SET reached = ?, done = ?, refused = ?, lease_until = ?" + " WHERE id = ? AND node = ?";
    private static final String IS_RUNNING =
            "SELECT state FROM abakus_bulk WHERE id = ? AND state = 'RUNNING' AND " + FreshRead.CONDITION;
    private static final String REMOVE =
            "DELETE FROM abakus_bulk WHERE (ended_at < ?) OR (state = 'PREVIEW' AND expires_at < ?)";

    private final Database database;
    private final Owner owner;
    private final BulkRow rows;

    /**
     * Creates a store of this application's operations in this database.
     *
     * @param format writes and reads the options that an operation changes
     */
    public JdbcBulks(Database database, Owner owner, OptionsFormat format) {
        this.database = database;
        this.owner = owner;
        this.rows = new BulkRow(format);
    }

    @Override
    public void add(StoredBulk bulk) {
        database.run(
                "A bulk operation could not be stored",
                session -> session.update(BulkRow.INSERT, parameters -> rows.write(parameters, bulk, owner)));
    }

    @Override
    public Optional<StoredBulk> find(String id) {
        return database.run(
                "A bulk operation could not be read",
                session -> session.first(owner.restrict(FIND), parameters -> parameters.text(id), rows::read));
    }

    @Override
    public List<String> running() {
        return database.run(
                "Bulk operations could not be read",
                session -> session.list(owner.restrict(RUNNING), Parameters.NONE, row -> row.text("id")));
    }

    @Override
    public boolean start(String id, Instant now) {
        return 0
                < database.run(
                        "A bulk operation could not be started",
                        session -> session.update(
                                owner.restrict(START),
                                parameters -> parameters.instant(now).text(id).instant(now)));
    }

    @Override
    public boolean end(String id, boolean isDone, Instant now) {
        return 0
                < database.run(
                        "A bulk operation could not be ended",
                        session -> session.update(owner.restrict(END), parameters -> parameters
                                .text(isDone ? "DONE" : "STOPPED")
                                .instant(now)
                                .text(id)));
    }

    @Override
    public boolean lease(String id, String node, Instant now, Instant until) {
        return 0
                < database.run(
                        "A bulk operation could not be taken over",
                        session -> session.update(owner.restrict(LEASE), parameters -> parameters
                                .text(node)
                                .instant(until)
                                .text(id)
                                .text(node)
                                .instant(now)));
    }

    /** Stores the progress even if the operation has been stopped meanwhile, because the work has been done. */
    @Override
    public boolean progress(
            String id, String node, long position, long done, Map<String, Long> refused, Instant until) {
        return database.together("The progress of a bulk operation could not be stored", session -> {
            int changed = session.update(PROGRESS, parameters -> parameters
                    .number(position)
                    .number(done)
                    .text(Counts.write(refused))
                    .instant(until)
                    .text(id)
                    .text(node));
            return changed > 0
                    && session.first(IS_RUNNING, parameters -> parameters.text(id), row -> true)
                            .isPresent();
        });
    }

    @Override
    public int removeBulks(Instant endedBefore, Instant expiredBefore) {
        return database.run(
                "Old bulk operations could not be deleted",
                session -> session.update(
                        REMOVE, parameters -> parameters.instant(endedBefore).instant(expiredBefore)));
    }
}
