package no.abakus.tasks.crash.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.Parameters;
import no.abakus.tasks.database.Row;
import no.abakus.tasks.database.Session;
import no.abakus.tasks.database.SqlTrouble;
import no.abakus.tasks.port.ClaimKey;
import no.abakus.tasks.port.ClaimStore;
import no.abakus.tasks.port.DisplacedId;
import no.abakus.tasks.spi.Claim;

/**
 * Stores the claims in the table {@code abakus_claim}, and the runs of nodes in the table {@code abakus_run}. The
 * primary key of {@code abakus_claim} ensures that an execution starts only once. Thread-safe.
 */
public final class JdbcClaimStore implements ClaimStore {

    private static final String CLAIM = "INSERT INTO abakus_claim (task_id, execution, task, node, run, acknowledged,"
            + " ended, claimed_at, expires_at, token, message_id, deaths, application)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FIND =
            "SELECT * FROM abakus_claim WHERE task_id = ? AND execution = ? AND " + FreshRead.CONDITION;
    private static final String END = "UPDATE abakus_claim SET ended = TRUE WHERE task_id = ? AND execution = ?";
    private static final String REJECT =
            "UPDATE abakus_claim SET ended = TRUE, run = ?" + " WHERE task_id = ? AND execution = ? AND ended = FALSE";
    private static final String RELEASE = "DELETE FROM abakus_claim WHERE task_id = ? AND execution = ?";
    private static final String SEEN = "seen_at > CURRENT_TIMESTAMP - INTERVAL '%d' SECOND";
    private static final String LOST = "SELECT * FROM abakus_claim WHERE ended = FALSE AND acknowledged = TRUE"
            + " AND %s AND run <> ? AND run NOT IN (SELECT run FROM abakus_run WHERE " + SEEN + ")"
            + " ORDER BY claimed_at FETCH FIRST %d ROWS ONLY";
    private static final String BEAT = "UPDATE abakus_run SET seen_at = CURRENT_TIMESTAMP WHERE run = ?";
    private static final String FIRST_BEAT =
            "INSERT INTO abakus_run (run, node, application, seen_at) VALUES (?, ?, ?, CURRENT_TIMESTAMP)";
    private static final String ALIVE = "SELECT 1 FROM abakus_run WHERE run = ? AND " + SEEN;
    private static final String OTHER = "SELECT run FROM abakus_run WHERE node = ? AND run <> ? AND %s AND " + SEEN
            + " AND " + FreshRead.CONDITION + " FETCH FIRST 1 ROWS ONLY";
    private static final String BURY = "DELETE FROM abakus_run WHERE run = ?";
    private static final String EXPIRE_RUNS =
            "DELETE FROM abakus_run WHERE seen_at < CURRENT_TIMESTAMP - INTERVAL '1' DAY";
    private static final String EXPIRE = "DELETE FROM abakus_claim WHERE (task_id, execution) IN"
            + " (SELECT task_id, execution FROM abakus_claim WHERE expires_at < ? ORDER BY expires_at"
            + " FETCH FIRST ? ROWS ONLY)";

    /**
     * An id of this length and a token of 64 characters fill the column. The database script 6 uses the same number.
     */
    private static final int LONG_ID = 190;

    private final Database database;
    private final Owner owner;

    /** Creates a store of this application's claims in this database. */
    public JdbcClaimStore(Database database, Owner owner) {
        this.database = database;
        this.owner = owner;
    }

    @Override
    public Optional<Claim> claim(Claim claim) {
        return database.run("The start of task " + claim.id() + " could not be recorded", session -> {
            try {
                session.update(CLAIM, parameters -> set(parameters, claim));
                return Optional.empty();
            } catch (SQLException e) {
                if (!SqlTrouble.isDuplicateKey(e)) {
                    throw e;
                }
                Optional<Claim> earlier = session.first(FIND, row(ClaimKey.of(claim)), JdbcClaimStore::read);
                if (earlier.isEmpty()) {
                    throw e;
                }
                return earlier;
            }
        });
    }

    private void set(Parameters parameters, Claim claim) throws SQLException {
        row(ClaimKey.of(claim)).to(parameters);
        parameters
                .text(claim.task())
                .text(claim.node())
                .text(claim.run())
                .yesOrNo(claim.acknowledged())
                .yesOrNo(claim.ended())
                .instant(claim.at())
                .instant(claim.expiresAt())
                .text(claim.token())
                .text(claim.id())
                .number(claim.deaths())
                .text(owner.column());
    }

    private static Session.Binding row(ClaimKey key) {
        return parameters -> parameters.text(rowId(key)).number(key.execution());
    }

    /**
     * Returns the id and the token. If they do not fit in the column, or if the message is a dead letter that was sent
     * again, returns a digest instead.
     */
    private static String rowId(ClaimKey key) {
        if (key.deaths() > 0) {
            return DisplacedId.of(key.id(), key.token().orElse("") + "\n" + key.deaths());
        }
        if (key.token().isEmpty()) {
            return key.id();
        }
        String token = key.token().get();
        return key.id().length() < LONG_ID ? key.id() + "~" + token : DisplacedId.of(key.id(), token);
    }

    private static Claim read(Row row) throws SQLException {
        return new Claim(
                row.optionalText("message_id").orElse(row.text("task_id")),
                row.number("execution"),
                row.text("task"),
                row.text("node"),
                row.text("run"),
                row.yesOrNo("acknowledged"),
                row.yesOrNo("ended"),
                row.instant("claimed_at"),
                row.instant("expires_at"),
                row.optionalText("token"),
                row.number("deaths"));
    }

    @Override
    public void end(ClaimKey key) {
        database.run(
                "The end of task " + key.id() + " could not be recorded", session -> session.update(END, row(key)));
    }

    @Override
    public void reject(ClaimKey key, String mark) {
        database.run(
                "The rejection of task " + key.id() + " could not be recorded",
                session -> session.update(REJECT, parameters -> {
                    parameters.text(mark);
                    row(key).to(parameters);
                }));
    }

    @Override
    public void release(ClaimKey key) {
        database.run(
                "The record of the start of task " + key.id() + " could not be deleted",
                session -> session.update(RELEASE, row(key)));
    }

    @Override
    public List<Claim> lost(String run, Duration patience, int most) {
        String sql = String.format(Locale.ROOT, LOST, owner.condition(), patience.toSeconds(), most);
        return database.run(
                "The tasks of dead nodes could not be searched for",
                session -> session.list(sql, parameters -> parameters.text(run), JdbcClaimStore::read));
    }

    @Override
    public void beat(String node, String run) {
        database.run("Node " + node + " could not record that it is alive", session -> {
            if (session.update(BEAT, parameters -> parameters.text(run)) == 0) {
                session.update(
                        FIRST_BEAT,
                        parameters -> parameters.text(run).text(node).text(owner.column()));
            }
            return null;
        });
    }

    @Override
    public boolean isAlive(String run, Duration patience) {
        String sql = String.format(Locale.ROOT, ALIVE, patience.toSeconds());
        return database.run("The signs of life of a node could not be read", session -> session.first(
                        sql, parameters -> parameters.text(run), row -> true)
                .isPresent());
    }

    /**
     * Returns the run of another node with this name. Applications on the same server have the same node name, but each
     * has a run of its own. So only runs of this application count.
     */
    @Override
    public Optional<String> otherRun(String node, String run, Duration patience) {
        String sql = String.format(Locale.ROOT, OTHER, owner.condition(), patience.toSeconds());
        return database.run(
                "The other nodes with the name " + node + " could not be read",
                session ->
                        session.first(sql, parameters -> parameters.text(node).text(run), row -> row.text("run")));
    }

    @Override
    public void bury(String run) {
        database.run(
                "The death of a node could not be recorded",
                session -> session.update(BURY, parameters -> parameters.text(run)));
    }

    @Override
    public int removeExpired(Instant now, int most) {
        return database.run("Expired claims could not be deleted", session -> {
            session.update(EXPIRE_RUNS, Parameters.NONE);
            return session.update(EXPIRE, parameters -> parameters.instant(now).number(most));
        });
    }
}
