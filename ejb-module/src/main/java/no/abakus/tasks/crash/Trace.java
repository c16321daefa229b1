package no.abakus.tasks.crash;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records the tasks that this node runs now, so that the record outlives the process. Thread-safe. */
public interface Trace {

    /** Records nothing, because there is no folder for the record. */
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

    /** The place of a task that is not recorded. */
    int NO_PLACE = -1;

    /** Records that the calling thread starts a task; returns the place of the record. */
    int enter(String id, String task, int retries, boolean isSuspect, Instant begun);

    /** Records that the task at this place has ended. */
    void leave(int place);

    /** The tasks that were running when the previous run died. */
    List<LeftTask> left();

    /** The id of the previous run, which is certainly dead; empty if unknown. */
    Optional<String> formerRun();
}
