package no.abakus.tasks.metrics;

import java.util.List;
import java.util.Map;
import no.abakus.tasks.operate.QueueState;

/** The figures of a node that are read, not counted. Thread-safe. */
public interface CurrentFigures {

    /** The running tasks, one entry for each. */
    List<TaskOfQueue> active();

    /**
     * The queues that this application consumes.
     *
     * @throws no.abakus.tasks.OperationalException if the broker does not respond
     */
    List<QueueState> queues();

    /**
     * The number of messages in the queues that no worker consumes.
     *
     * @throws no.abakus.tasks.OperationalException if the broker does not respond
     */
    Map<String, Long> setAside();

    /** How many monitoring events were dropped. */
    long eventsDropped();
}
