package no.abakus.tasks.deployment;

import no.abakus.tasks.OperationalException;
import no.abakus.tasks.config.Seals;
import no.abakus.tasks.database.Database;
import no.abakus.tasks.limit.jdbc.JdbcSecret;

/** Lets this node seal with the secret of all nodes, as soon as the database can be reached. */
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
     * Does as {@link #look}, but only if the database has been reached before, and never throws, because the start of a
     * node does not wait for the database.
     */
    void tryToLook() {
        if (!database.isPrepared()) {
            return;
        }
        try {
            look();
        } catch (OperationalException e) {
            // The chore looks again, and health reports the database.
        }
    }
}
