package no.abakus.tasks.history.jdbc;

import java.util.EnumSet;
import java.util.Set;
import no.abakus.tasks.database.Dialect;
import no.abakus.tasks.operate.HistoryField;

/**
 * The ORDER BY clause of a query. It puts the latest rows first. H2 reads rows in the order of an index only if the
 * ORDER BY clause names all columns of the index. Otherwise it reads and sorts all matching rows. So the clause for H2
 * also names a leading column, although that column has the same value in all matching rows. PostgreSQL needs only the
 * key. Not thread-safe.
 */
final class NewestFirst {

    private static final String BY_KEY = " ORDER BY id DESC";

    /** The fields with an index of their own, in which the key is the next column. */
    private static final Set<HistoryField> LEADING =
            EnumSet.of(HistoryField.TASK, HistoryField.REQUEST, HistoryField.USER, HistoryField.GROUP);

    private String leading;
    private boolean areFew;
    private int states;

    /** Notes a term for a field with an index. The term has this many values. */
    void selects(HistoryField field, String column, int values) {
        areFew = true;
        if (values == 1 && LEADING.contains(field)) {
            leading = column;
        }
    }

    /** Notes a term that allows this many states. */
    void selectsStates(int values) {
        states = values;
    }

    String by(Dialect dialect) {
        if (dialect == Dialect.H2 && leading != null) {
            return " ORDER BY " + leading + ", id DESC";
        }
        if (areFew || states > 1) {
            return BY_KEY;
        }
        return states == 1 && dialect == Dialect.H2 ? " ORDER BY state, id DESC" : ofApplication(dialect);
    }

    /** Returns the order of all rows of one application. */
    static String ofApplication(Dialect dialect) {
        return dialect == Dialect.H2 ? " ORDER BY application, id DESC" : BY_KEY;
    }
}
