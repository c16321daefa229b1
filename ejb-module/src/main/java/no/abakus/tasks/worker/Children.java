package no.abakus.tasks.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The ids of the tasks that one execution sends, if they are to be recorded. Thread-safe. */
final class Children implements Consumer<String> {

    private final boolean kept;
    private List<String> ids = List.of();

    Children(boolean kept) {
        this.kept = kept;
    }

    @Override
    public synchronized void accept(String id) {
        if (kept) {
            ids = ids.isEmpty() ? new ArrayList<>() : ids;
            ids.add(id);
        }
    }

    /** The ids of the tasks sent so far. */
    synchronized List<String> ids() {
        return List.copyOf(ids);
    }
}
