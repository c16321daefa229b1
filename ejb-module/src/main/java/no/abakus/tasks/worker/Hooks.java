package no.abakus.tasks.worker;

import no.abakus.tasks.TaskHook;

/** Tells those who observe tasks; what they throw stays with it. Thread-safe. */
public interface Hooks {

    /** Nobody observes anything. */
    Hooks NONE = new Hooks() {
        @Override
        public boolean areWanted(String task) {
            return false;
        }

        @Override
        public void call(TaskHook hook) {}
    };

    /** Whether anybody observes this task; saves making what nobody hears. */
    boolean areWanted(String task);

    /** Tells all who observe this of this task. */
    void call(TaskHook hook);
}
