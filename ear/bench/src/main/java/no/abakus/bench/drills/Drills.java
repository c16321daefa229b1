package no.abakus.bench.drills;

import java.util.Map;
import no.abakus.bench.Benchmark;

/** All drills. Each measures what a server does while something goes wrong. */
public final class Drills {

    /** The drills, by what happens in them. */
    public static final Map<String, Benchmark> BY_NAME = Map.of(
            "kill", new KillDrill(),
            "stop", new StopDrill(),
            "limits", new LimitsDrill(),
            "heap", new HeapDrill(),
            "flood", new FloodDrill(),
            "rate", new RateDrill(),
            "outage", new OutageDrill(),
            "delayed", new DelayedDrill(),
            "hostile", new HostileDrill());

    private Drills() {}
}
