package no.abakus.tasks.deployment;

import jakarta.enterprise.inject.spi.ObserverMethod;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import no.abakus.logging.Log;
import no.abakus.tasks.OfTask;
import no.abakus.tasks.TaskHook;
import no.abakus.tasks.worker.Hooks;

/**
 * Calls the observers that were found at startup in all modules. An event that the EJB module fires would reach only
 * that module's own observers. Thread-safe.
 */
final class ObservedHooks implements Hooks {

    private static final Log log = Log.get("no.abakus.tasks");

    private final List<ObserverMethod<?>> observers;
    private final ConcurrentMap<String, List<ObserverMethod<?>>> byTask = new ConcurrentHashMap<>();

    ObservedHooks(List<ObserverMethod<?>> found) {
        this.observers = found.stream()
                .sorted(Comparator.comparingInt(ObserverMethod::getPriority))
                .toList();
    }

    /** Whether this method observes hooks. */
    static boolean isOne(ObserverMethod<?> method) {
        return method.getObservedType() instanceof Class<?> type && TaskHook.class.isAssignableFrom(type);
    }

    @Override
    public boolean areWanted(String task) {
        return !observers.isEmpty() && !of(task).isEmpty();
    }

    /** Returns the observers of this task. The map stays small, because only registered tasks are looked up. */
    private List<ObserverMethod<?>> of(String task) {
        return byTask.computeIfAbsent(task, name -> observers.stream()
                .filter(observer -> hears(observer, name))
                .toList());
    }

    private static boolean hears(ObserverMethod<?> observer, String task) {
        return observer.getObservedQualifiers().stream()
                .filter(OfTask.class::isInstance)
                .map(OfTask.class::cast)
                .allMatch(said -> said.value().equals(task));
    }

    @Override
    public void call(TaskHook hook) {
        for (ObserverMethod<?> observer : of(hook.request().task())) {
            if (observer.getObservedType() instanceof Class<?> type && type.isInstance(hook)) {
                notify(observer, hook);
            }
        }
    }

    @SuppressWarnings("unchecked") // it observes this type, as checked above
    private static void notify(ObserverMethod<?> observer, TaskHook hook) {
        try {
            ((ObserverMethod<TaskHook>) observer).notify(hook);
        } catch (RuntimeException | Error e) {
            // A failure of an observer does not change the task's outcome.
            log.error(
                    "task_hook_failed",
                    e,
                    "hook",
                    hook.getClass().getSimpleName(),
                    "observer",
                    observer.getBeanClass().getName());
        }
    }
}
