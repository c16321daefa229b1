package no.abakus.tasks.metrics;

import java.util.List;
import java.util.Map;
import no.abakus.tasks.operate.QueueState;

/** The figures of a node that are not counted but read when they are needed. Thread-safe. */
public interface CurrentFigures {

    /** Returns one entry for each running task. */
    List<TaskOfQueue> active();

    /**
     * Returns the queues that this application consumes.
     *
     * @throws no.abakus.tasks.OperationalException if the broker does not respond
     */
    List<QueueState> queues();

    /**
     * Returns the numbers of dead letters and of expired messages, by the names of their queues.
     *
     * @throws no.abakus.tasks.OperationalException if the broker does not respond
     */
    Map<String, Long> setAside();

    /** Returns how many monitoring events were dropped. */
    long eventsDropped();
}
