package no.abakus.tasks.worker;

import no.abakus.tasks.TaskHook;

/** Notifies the observers of tasks; an exception that they throw goes no further. Thread-safe. */
public interface Hooks {

    /** No observers. */
    Hooks NONE = new Hooks() {
        @Override
        public boolean areWanted(String task) {
            return false;
        }

        @Override
        public void call(TaskHook hook) {}
    };

    /** Whether anybody observes this task; saves preparing what nobody receives. */
    boolean areWanted(String task);

    /** Calls every observer of this event and task. */
    void call(TaskHook hook);
}
