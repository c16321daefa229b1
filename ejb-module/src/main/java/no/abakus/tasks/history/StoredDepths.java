package no.abakus.tasks.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.operate.QueueDepth;
import no.abakus.tasks.operate.QueueDepths;
import no.abakus.tasks.port.DepthStore;

/** Reads the depths of one application's queues. Thread-safe. */
record StoredDepths(DepthStore store) implements QueueDepths {

    @Override
    public List<QueueDepth> depths(Instant from, Instant to, Optional<String> queue) {
        return store.depths(from, to, queue);
    }

    @Override
    public List<Instant> minutes(Instant from, Instant to) {
        return store.minutes(from, to);
    }
}
