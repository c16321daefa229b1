package no.abakus.tasks.database;

/**
 * For statements whose answer others change while it is asked for again and again.
 *
 * <p>H2 answers a question that a connection asks once more with the answer it had, as long as nobody has written to the
 * tables. Up to 2.2, which is what WildFly and Payara bring, it takes note of a write just before the commit: who asks in
 * between is told the old answer, until somebody writes there again. A condition that is chance makes it look every time,
 * and costs other databases nothing that can be measured.
 */
public final class FreshRead {

    /** Always true; for the WHERE of a SELECT. */
    public static final String CONDITION = "RANDOM() IS NOT NULL";

    private FreshRead() {}
}
