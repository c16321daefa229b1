package no.abakus.tasks.registry;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.abakus.tasks.TaskMethod;
import no.abakus.tasks.TaskNotFoundException;
import no.abakus.tasks.operate.TaskCatalogue;
import no.abakus.tasks.spi.HealthProbe;
import no.abakus.tasks.spi.NearestName;

/** The tasks that are known here. Immutable. Celery: {@code app.tasks}. */
public final class TaskRegistry {

    private final SortedMap<String, TaskDefinition> byName = new TreeMap<>();
    private final Map<Method, List<TaskDefinition>> byMethod = new HashMap<>();
    private final MethodReferences references = new MethodReferences();
    private final boolean isComplete;

    /** A registry of these tasks; their names must be unique. */
    public TaskRegistry(Collection<TaskDefinition> definitions) {
        this(definitions, true);
    }

    /** A registry for a sender that need not know all the tasks it sends. */
    public static TaskRegistry incomplete(Collection<TaskDefinition> definitions) {
        return new TaskRegistry(definitions, false);
    }

    private TaskRegistry(Collection<TaskDefinition> definitions, boolean isComplete) {
        this.isComplete = isComplete;
        for (TaskDefinition definition : definitions) {
            byName.put(definition.name(), definition);
            byMethod.computeIfAbsent(definition.method(), method -> new ArrayList<>())
                    .add(definition);
        }
    }

    /** The tasks, described for operators. */
    public TaskCatalogue catalogue() {
        return new Catalogue(this);
    }

    /** Checks that there is at least one task. */
    public HealthProbe probe() {
        return new TasksProbe(this);
    }

    /** Whether a task that is missing here can exist only in another application. */
    public boolean isComplete() {
        return isComplete;
    }

    /** The task with this name. */
    public Optional<TaskDefinition> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The task that the method reference refers to.
     *
     * @throws TaskNotFoundException if it does not refer to a task, or to several
     */
    public TaskDefinition get(TaskMethod<?> reference) {
        MethodReferences.Referred referred = references.method(reference);
        Method method = referred.method();
        List<TaskDefinition> found = byMethod.getOrDefault(method, List.of());
        if (found.isEmpty()) {
            throw new TaskNotFoundException(
                    "The method " + method.getDeclaringClass().getName() + "." + method.getName()
                            + " is not a task of this application: annotate it with @AbakusTask, on a bean in a bean archive");
        }
        return found.size() == 1 ? found.get(0) : ofBean(referred, found);
    }

    /** Several beans have inherited the method, and each bean has its own task. */
    private static TaskDefinition ofBean(MethodReferences.Referred referred, List<TaskDefinition> found) {
        return found.stream()
                .filter(definition -> definition.beanClass() == referred.through())
                .findFirst()
                .orElseThrow(() -> new TaskNotFoundException("The method "
                        + referred.through().getName() + "." + referred.method().getName() + " is the body of "
                        + found.size() + " tasks, because several beans inherit it: "
                        + found.stream().map(TaskDefinition::name).sorted().collect(Collectors.joining(", "))
                        + "; refer to it through the class of the bean you mean"));
    }

    /** The exception for an unknown name; it suggests the closest known name. */
    public TaskNotFoundException notFound(String name) {
        return new TaskNotFoundException("No task is called '" + name + "' here"
                + NearestName.of(name, byName.keySet())
                        .map(nearest -> "; did you mean '" + nearest + "'? ")
                        .orElse("; this application has no tasks. ")
                + "To send it to another application's worker, name its queue");
    }

    /** All tasks, by name. */
    public Collection<TaskDefinition> all() {
        return byName.values();
    }
}
