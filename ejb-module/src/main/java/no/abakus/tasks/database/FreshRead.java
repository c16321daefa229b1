package no.abakus.tasks.database;

/**
 * For statements whose answer others change while it is asked for again and again.
 *
 * <p>H2 answers a question that a connection asks once more with the answer it had, as long as nobody has written to the
 * tables. Release 2.2.224, which WildFly and Payara bring, takes note of a write just before the commit: who asks in
 * between is told the old answer, until somebody writes there again. A condition that is chance makes it look every time;
 * other databases evaluate it for the few rows that the rest of the statement finds.
 */
public final class FreshRead {

    /** Always true; for the WHERE of a SELECT. */
    public static final String CONDITION = "RANDOM() IS NOT NULL";

    private FreshRead() {}
}
