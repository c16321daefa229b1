package no.abakus.bench.drills;

import java.util.Map;
import no.abakus.bench.Benchmark;

/** All drills. Each measures what a server does while something goes wrong. */
public final class Drills {

    /** The drills by name. A drill is named after what happens in it. */
    public static final Map<String, Benchmark> BY_NAME = Map.ofEntries(
            Map.entry("kill", new KillDrill()),
            Map.entry("cluster", new ClusterDrill()),
            Map.entry("failover", new FailoverDrill()),
            Map.entry("rolling", new RollingDrill()),
            Map.entry("volume", new VolumeDrill()),
            Map.entry("stop", new StopDrill()),
            Map.entry("limits", new LimitsDrill()),
            Map.entry("heap", new HeapDrill()),
            Map.entry("flood", new FloodDrill()),
            Map.entry("rate", new RateDrill()),
            Map.entry("outage", new OutageDrill()),
            Map.entry("delayed", new DelayedDrill()),
            Map.entry("hostile", new HostileDrill()));

    private Drills() {}
}
