package no.abakus.tasks.registry;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.abakus.tasks.AbakusTask;

/**
 * The tasks of other applications that this application calls through interfaces. Both applications compile against
 * such an interface, whose methods name their tasks. Thread-safe.
 */
final class SharedInterfaces {

    private final Map<String, ResultType> results = new ConcurrentHashMap<>();

    /** Returns the task that this method of an interface names; empty if it names none. */
    Optional<ReferredTask> find(Method method) {
        AbakusTask task = method.getAnnotation(AbakusTask.class);
        if (task == null
                || !method.getDeclaringClass().isInterface()
                || task.name().equals(AbakusTask.UNSET)) {
            return Optional.empty();
        }
        results.put(task.name(), ResultType.of(method.getGenericReturnType()));
        return Optional.of(new ReferredTask(
                task.name(),
                Optional.of(task.queue()).filter(queue -> !queue.equals(AbakusTask.UNSET)),
                ResultType.isLater(method.getReturnType())));
    }

    /** Returns the type of the task's result, once the task has been called. */
    Optional<ResultType> resultType(String task) {
        return Optional.ofNullable(results.get(task));
    }
}
