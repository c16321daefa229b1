package no.abakus.tasks.crash;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which tasks this node runs now, stored where it outlives the node's process. Thread-safe. */
public interface Trace {

    /** Stores nothing, if there is no folder to store it in. */
    Trace NOWHERE = new Trace() {
        @Override
        public int enter(String id, String task, int retries, boolean isSuspect, Instant begun) {
            return NO_PLACE;
        }

        @Override
        public void leave(int place) {}

        @Override
        public List<LeftTask> left() {
            return List.of();
        }

        @Override
        public Optional<String> formerRun() {
            return Optional.empty();
        }
    };

    /** A place where nothing is stored. */
    int NO_PLACE = -1;

    /** Notes that the calling thread begins a task; returns the place. */
    int enter(String id, String task, int retries, boolean isSuspect, Instant begun);

    /** Notes that the task at this place has ended. */
    void leave(int place);

    /** What a previous run was running when it died. */
    List<LeftTask> left();

    /** The previous run, which is certainly dead; empty if none is known. */
    Optional<String> formerRun();
}
