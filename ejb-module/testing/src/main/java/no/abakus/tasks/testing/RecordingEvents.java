package no.abakus.tasks.testing;

import java.util.ArrayList;
import java.util.List;
import no.abakus.tasks.spi.EventListener;
import no.abakus.tasks.spi.TaskEvent;

/** Records all events in their order. Thread-safe. */
public final class RecordingEvents implements EventListener {

    private final List<TaskEvent> events = new ArrayList<>();

    @Override
    public synchronized void onEvent(TaskEvent event) {
        events.add(event);
    }

    /** Returns all events, the oldest first. */
    public synchronized List<TaskEvent> all() {
        return List.copyOf(events);
    }

    /** Returns the simple names of the events, such as {@code Sent, Started, Succeeded}. */
    public List<String> names() {
        return all().stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    /** Returns the events of one kind. */
    public <E extends TaskEvent> List<E> of(Class<E> kind) {
        return all().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * Returns the only event of this kind.
     *
     * @throws AssertionError if there is no such event, or more than one
     */
    public <E extends TaskEvent> E only(Class<E> kind) {
        List<E> found = of(kind);
        if (found.size() != 1) {
            throw new AssertionError("Expected exactly one " + kind.getSimpleName() + " among " + names());
        }
        return found.get(0);
    }

    /** Removes the recorded events. */
    public synchronized void clear() {
        events.clear();
    }
}
