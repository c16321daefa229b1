package no.abakus.tasks.order.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import no.abakus.tasks.OperationalException;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.FreshRead;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.database.SqlTrouble;
import no.abakus.tasks.port.MatchingRevocation;
import no.abakus.tasks.spi.Pause;

/**
 * Copies the pauses and revocations of another application once, and records this in the table
 * {@code abakus_taken_over}. These orders are not moved, because nodes with the other name may still be running and may
 * need them. The orders are not copied again, because that would repeat a pause that an operator has ended.
 * Thread-safe.
 */
public final class JdbcOrdersTakeOver {

    private static final String IS_DONE =
            "SELECT taken_at FROM abakus_taken_over WHERE application = ? AND earlier = ? AND " + FreshRead.CONDITION;
    private static final String DONE =
            "INSERT INTO abakus_taken_over (application, earlier, taken_at) VALUES (?, ?, ?)";

    private final Database database;
    private final Owner owner;

    /** Creates a take-over that copies orders to this application. */
    public JdbcOrdersTakeOver(Database database, Owner owner) {
        this.database = database;
        this.owner = owner;
    }

    /** Copies the orders of another application, unless they were copied before; returns how many were copied. */
    public int copyOnce(Owner other, Instant now) {
        if (owner.equals(other) || isDone(other)) {
            return 0;
        }
        JdbcOrders theirs = new JdbcOrders(database, other);
        JdbcOrders ours = new JdbcOrders(database, owner);
        List<Pause> pauses = theirs.pauses();
        List<MatchingRevocation> revocations = theirs.revocations();
        pauses.forEach(ours::pause);
        revocations.forEach(ours::revoke);
        // This comes last. After a crash before this point, all orders are copied again, which changes nothing.
        note(other, now);
        return pauses.size() + revocations.size();
    }

    private boolean isDone(Owner other) {
        return database.run("The record of a take-over of orders could not be read", session -> session.first(
                        IS_DONE,
                        parameters -> parameters.text(owner.application()).text(other.application()),
                        row -> true)
                .isPresent());
    }

    private void note(Owner other, Instant now) {
        try {
            database.run(
                    "The record of a take-over of orders could not be stored",
                    session -> session.update(DONE, parameters -> parameters
                            .text(owner.application())
                            .text(other.application())
                            .instant(now)));
        } catch (OperationalException e) {
            if (!(e.getCause() instanceof SQLException sql && SqlTrouble.isDuplicateKey(sql))) {
                throw e;
            }
            // Another node was faster, and has copied the same orders.
        }
    }
}
