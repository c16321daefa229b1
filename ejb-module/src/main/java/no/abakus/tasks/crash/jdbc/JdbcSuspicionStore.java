package no.abakus.tasks.crash.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Row;
import no.abakus.tasks.database.Session;
import no.abakus.tasks.port.Suspicion;
import no.abakus.tasks.port.SuspicionStore;

/** Stores suspicions in the table {@code abakus_suspicion}. Thread-safe. */
public final class JdbcSuspicionStore implements SuspicionStore {

    private static final String FIND = "SELECT * FROM abakus_suspicion WHERE task_id = ? AND " + FreshRead.CONDITION;
    private static final String UPDATE = "UPDATE abakus_suspicion SET deaths = ?, node = ?, begun_at = ?, evidence = ?,"
            + " expires_at = ? WHERE task_id = ?";
    private static final String INSERT = "INSERT INTO abakus_suspicion (deaths, node, begun_at, evidence, expires_at,"
            + " task_id) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String REMOVE = "DELETE FROM abakus_suspicion WHERE task_id = ?";
    private static final String REMOVE_EXPIRED = "DELETE FROM abakus_suspicion WHERE task_id IN (SELECT task_id FROM"
            + " abakus_suspicion WHERE expires_at < ? ORDER BY expires_at FETCH FIRST ? ROWS ONLY)";

    private final Database database;

    /** Creates a store of suspicions in this database. */
    public JdbcSuspicionStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Suspicion> find(String id) {
        return database.run(
                "The suspicion against task " + id + " could not be read",
                session -> session.first(FIND, parameters -> parameters.text(id), JdbcSuspicionStore::read));
    }

    private static Suspicion read(Row row) throws SQLException {
        String node = row.text("node");
        return new Suspicion(
                row.text("task_id"),
                row.number("deaths"),
                row.optionalInstant("begun_at").map(at -> new Suspicion.Begun(node, at)),
                row.text("evidence"),
                row.instant("expires_at"));
    }

    @Override
    public void put(Suspicion suspicion) {
        database.run("The suspicion against task " + suspicion.id() + " could not be stored", session -> {
            Session.Binding values = parameters -> parameters
                    .number(suspicion.deaths())
                    .text(suspicion.running().map(Suspicion.Begun::node))
                    .instant(suspicion.running().map(Suspicion.Begun::at))
                    .text(suspicion.evidence())
                    .instant(suspicion.expiresAt())
                    .text(suspicion.id());
            return session.update(UPDATE, values) == 1 ? 1 : session.update(INSERT, values);
        });
    }

    @Override
    public void remove(String id) {
        database.run(
                "The suspicion against task " + id + " could not be deleted",
                session -> session.update(REMOVE, parameters -> parameters.text(id)));
    }

    @Override
    public int removeExpired(Instant now, int most) {
        return database.run(
                "Expired suspicions could not be deleted",
                session -> session.update(
                        REMOVE_EXPIRED, parameters -> parameters.instant(now).number(most)));
    }
}
