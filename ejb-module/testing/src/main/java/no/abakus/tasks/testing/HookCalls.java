package no.abakus.tasks.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import no.abakus.logging.Log;
import no.abakus.tasks.TaskHook;
import no.abakus.tasks.worker.Hooks;

/** Calls the observers of hooks, as the task system does on a server. */
final class HookCalls implements Hooks {

    private static final Log log = Log.get("no.abakus.tasks");

    private final List<Consumer<TaskHook>> observers = new ArrayList<>();

    <H extends TaskHook> void add(Class<H> type, Consumer<? super H> observer) {
        observers.add(hook -> {
            if (type.isInstance(hook)) {
                observer.accept(type.cast(hook));
            }
        });
    }

    @Override
    public boolean areWanted(String task) {
        return !observers.isEmpty();
    }

    @Override
    public void call(TaskHook hook) {
        for (Consumer<TaskHook> observer : observers) {
            try {
                observer.accept(hook);
            } catch (RuntimeException | Error e) {
                log.error("task_hook_failed", e, "hook", hook.getClass().getSimpleName());
            }
        }
    }
}
