package no.abakus.tasks.database;

/**
 * For statements that are repeated while others change what they read.
 *
 * <p>H2 answers a repeated query on the same connection from its cache, as long as nobody has written to the tables.
 * Release 2.2.224, which WildFly and Payara include, registers a write just before the commit. A query in between gets
 * the old answer until somebody writes there again. A random condition makes it look every time; other databases
 * evaluate it only for the few rows that the rest of the statement finds.
 */
public final class FreshRead {

    /** Always true; for the WHERE of a SELECT. */
    public static final String CONDITION = "RANDOM() IS NOT NULL";

    private FreshRead() {}
}
