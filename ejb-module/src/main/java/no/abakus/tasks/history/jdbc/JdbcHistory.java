package no.abakus.tasks.history.jdbc;

import no.abakus.tasks.database.Database;
import no.abakus.tasks.database.Owner;
import no.abakus.tasks.port.HistoryStores;

/** The stores of the history in one database. */
public final class JdbcHistory {

    private JdbcHistory() {}

    /** Returns the stores of this application's rows in this database. */
    public static HistoryStores in(Database database, Owner owner) {
        return new HistoryStores(
                owner.applicationName(),
                new JdbcEnds(database, owner),
                new JdbcFailureGroups(database, owner),
                new JdbcMinutes(database, owner),
                new JdbcAudit(database, owner),
                name -> in(database, Owner.named(name)));
    }
}
