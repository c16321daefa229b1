package no.abakus.tasks.database;

/**
 * A condition for statements that are repeated, and whose rows other connections may change in the meantime.
 *
 * <p>H2 answers a repeated query on the same connection from its cache, until someone writes to the tables. Release
 * 2.2.224, which WildFly and Payara include, registers a write just before the commit. A query between these two
 * moments caches the old answer until the next write to the tables. A random condition makes H2 run the query every
 * time; other databases evaluate it only for the few rows that match the rest of the statement.
 */
public final class FreshRead {

    /** A condition that is always true, for the WHERE clause of a SELECT. */
    public static final String CONDITION = "RANDOM() IS NOT NULL";

    private FreshRead() {}
}
