package no.abakus.tasks.worker;

import no.abakus.tasks.TaskHook;

/** Notifies the observers of tasks. Exceptions of observers are not propagated. Thread-safe. */
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

    /** Whether the task has observers. If it has none, the caller need not prepare events. */
    boolean areWanted(String task);

    /** Calls every observer of this event and task. */
    void call(TaskHook hook);
}
