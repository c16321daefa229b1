package no.abakus.tasks.deployment;

import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.Seals;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.limit.jdbc.JdbcSecret;

/** Gives this node the secret of the seals as soon as the database can be reached. All nodes share that secret. */
final class SharedSeals {

    private final Database database;
    private final JdbcSecret secret;
    private final Seals seals;

    SharedSeals(Database database, Seals seals) {
        this.database = database;
        this.secret = new JdbcSecret(database);
        this.seals = seals;
    }

    /** Reads the secret, unless it is known already. */
    void look() {
        if (!seals.isShared()) {
            seals.share(secret.read());
        }
    }

    /**
     * Like {@link #look}, but does nothing if the database has not been reached yet, and does not throw if it is
     * unreachable now. The start of a node must not wait for the database.
     */
    void tryToLook() {
        if (!database.isPrepared()) {
            return;
        }
        try {
            look();
        } catch (OperationalException e) {
            // A chore tries again, and the health check reports the outage.
        }
    }
}
