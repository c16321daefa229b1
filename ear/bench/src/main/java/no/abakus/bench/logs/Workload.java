package no.abakus.bench.logs;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the reference event contains in this run. */
@State(Scope.Thread)
public class Workload {
    /** How many keys the context has. */
    @Param({"6"})
    public int keys;

    /** Whether there is an exception. */
    @Param({"false"})
    public boolean exception;
}
