package no.abakus.tasks.history.jdbc;

import no.abakus.tasks.database.Database;
import no.abakus.tasks.port.HistoryStores;

/** The stores of the history in one database. */
public final class JdbcHistory {

    private JdbcHistory() {}

    /** The stores in this database. */
    public static HistoryStores in(Database database) {
        return new HistoryStores(
                new JdbcEnds(database),
                new JdbcFailureGroups(database),
                new JdbcMinutes(database),
                new JdbcAudit(database));
    }
}
