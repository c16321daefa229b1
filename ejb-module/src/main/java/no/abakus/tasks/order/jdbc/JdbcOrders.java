package no.abakus.tasks.order.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.config.KeyText;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Parameters;
import no.abakus.tasks.database.Row;
import no.abakus.tasks.database.Session;
import no.abakus.tasks.database.SqlTrouble;
import no.abakus.tasks.operate.Revocable;
import no.abakus.tasks.port.MatchingRevocation;
import no.abakus.tasks.port.OrderStore;
import no.abakus.tasks.port.Revocation;
import no.abakus.tasks.spi.Pause;

/**
 * Stores orders in the tables {@code abakus_revocation} (by id), {@code abakus_revoked} (by match) and
 * {@code abakus_pause}. Thread-safe.
 */
public final class JdbcOrders implements OrderStore {

    private static final String REVOKE_ID_AGAIN =
            "UPDATE abakus_revocation SET terminates = ?, revoked_at = ?, expires_at = ? WHERE task_id = ?";
    private static final String REVOKE_ID =
            "INSERT INTO abakus_revocation (terminates, revoked_at, expires_at, task_id) VALUES (?, ?, ?, ?)";
    private static final String REVOKED_IDS =
            "SELECT task_id, terminates, revoked_at, expires_at FROM abakus_revocation WHERE revoked_at >= ? AND "
                    + FreshRead.CONDITION;
    private static final String REMOVE_IDS = "DELETE FROM abakus_revocation WHERE task_id IN (SELECT task_id FROM"
            + " abakus_revocation WHERE expires_at < ? ORDER BY expires_at FETCH FIRST ? ROWS ONLY)";
    private static final String REVOKE_AGAIN =
            "UPDATE abakus_revoked SET terminates = ?, revoked_at = ?, sent_until = ?,"
                    + " expires_at = ? WHERE matched_by = ? AND name = ? AND content = ?";
    private static final String REVOKE = "INSERT INTO abakus_revoked (terminates, revoked_at, sent_until, expires_at,"
            + " matched_by, name, content) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String REVOCATIONS = "SELECT * FROM abakus_revoked WHERE " + FreshRead.CONDITION;
    private static final String REMOVE_MATCHING = "DELETE FROM abakus_revoked WHERE expires_at < ?";
    private static final String IS_PAUSED =
            "SELECT 1 FROM abakus_pause WHERE paused = ? AND name = ? AND " + FreshRead.CONDITION;
    private static final String PAUSE = "INSERT INTO abakus_pause (paused, name, paused_at) VALUES (?, ?, ?)";
    private static final String RESUME = "DELETE FROM abakus_pause WHERE paused = ? AND name = ?";
    private static final String PAUSES =
            "SELECT * FROM abakus_pause WHERE " + FreshRead.CONDITION + " ORDER BY paused, name";

    private final Database database;
    private final Owner owner;

    /**
     * Creates a store of this application's orders in this database. Applications share revocations by id, because ids
     * are unique.
     */
    public JdbcOrders(Database database, Owner owner) {
        this.database = database;
        this.owner = owner;
    }

    @Override
    public void revoke(Revocation revocation) {
        if (!KeyText.fits(revocation.id())) {
            // No task can have that id, so there is nothing to revoke.
            return;
        }
        database.together("The revocation of task " + revocation.id() + " could not be recorded", session -> {
            Session.Binding values = parameters -> parameters
                    .yesOrNo(revocation.terminate())
                    .instant(revocation.at())
                    .instant(revocation.expiresAt())
                    .text(revocation.id());
            return session.update(REVOKE_ID_AGAIN, values) == 1 ? 1 : session.update(REVOKE_ID, values);
        });
    }

    @Override
    public List<Revocation> revokedIdsSince(Instant at) {
        return database.run(
                "Revocations could not be read",
                session -> session.list(
                        REVOKED_IDS,
                        parameters -> parameters.instant(at),
                        row -> new Revocation(
                                row.text("task_id"),
                                row.yesOrNo("terminates"),
                                row.instant("revoked_at"),
                                row.instant("expires_at"))));
    }

    @Override
    public void revoke(MatchingRevocation revocation) {
        database.together("The revocation of tasks by " + revocation.match() + " could not be recorded", session -> {
            Session.Binding values = parameters -> parameters
                    .yesOrNo(revocation.terminate())
                    .instant(revocation.at())
                    .instant(revocation.sentUntil())
                    .instant(revocation.expiresAt())
                    .text(revocation.match().by().name())
                    .text(owner.key(revocation.match().name()))
                    .text(revocation.match().value());
            return session.update(REVOKE_AGAIN, values) == 1 ? 1 : session.update(REVOKE, values);
        });
    }

    @Override
    public List<MatchingRevocation> revocations() {
        return database.run(
                "Revocations could not be read",
                session -> session.list(REVOCATIONS, Parameters.NONE, this::matching).stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<MatchingRevocation> matching(Row row) throws SQLException {
        Optional<String> name = owner.name(row.text("name"));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Instant at = row.instant("revoked_at");
        Instant sentUntil = row.instant("sent_until");
        return Optional.of(new MatchingRevocation(
                new Revocable.Matching(
                        Revocable.By.valueOf(row.text("matched_by")),
                        name.get(),
                        row.text("content"),
                        Duration.between(at, sentUntil)),
                row.yesOrNo("terminates"),
                at,
                sentUntil,
                row.instant("expires_at")));
    }

    @Override
    public void pause(Pause pause) {
        database.run("The pause of " + pause.of() + " " + pause.name() + " could not be recorded", session -> {
            Session.Binding which =
                    parameters -> parameters.text(pause.of().name()).text(owner.key(pause.name()));
            if (session.first(IS_PAUSED, which, row -> true).isEmpty()) {
                insert(session, pause);
            }
            return null;
        });
    }

    private void insert(Session session, Pause pause) throws SQLException {
        try {
            session.update(PAUSE, parameters -> parameters
                    .text(pause.of().name())
                    .text(owner.key(pause.name()))
                    .instant(pause.at()));
        } catch (SQLException e) {
            if (!SqlTrouble.isDuplicateKey(e)) {
                throw e;
            }
        }
    }

    @Override
    public boolean resume(Pause.Of of, String name) {
        return database.run(
                "The pause of " + of + " " + name + " could not be ended",
                session -> session.update(
                                RESUME, parameters -> parameters.text(of.name()).text(owner.key(name)))
                        > 0);
    }

    @Override
    public List<Pause> pauses() {
        return database.run(
                "Pauses could not be read", session -> session.list(PAUSES, Parameters.NONE, this::pause).stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<Pause> pause(Row row) throws SQLException {
        Optional<String> name = owner.name(row.text("name"));
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pause(Pause.Of.valueOf(row.text("paused")), name.get(), row.instant("paused_at")));
    }

    @Override
    public int removeExpired(Instant now, int most) {
        return database.together(
                "Expired revocations could not be deleted",
                session -> session.update(
                                REMOVE_IDS,
                                parameters -> parameters.instant(now).number(most))
                        + session.update(REMOVE_MATCHING, parameters -> parameters.instant(now)));
    }
}
