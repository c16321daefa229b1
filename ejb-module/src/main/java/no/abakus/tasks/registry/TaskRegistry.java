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

/**
 * The tasks that this application knows. They do not change, but the registry learns of other applications' tasks when
 * they are called. Thread-safe. Celery: {@code app.tasks}.
 */
public final class TaskRegistry {

    private final SortedMap<String, TaskDefinition> byName = new TreeMap<>();
    private final Map<Method, List<TaskDefinition>> byMethod = new HashMap<>();
    private final MethodReferences references = new MethodReferences();
    private final SharedInterfaces interfaces = new SharedInterfaces();
    private final boolean isComplete;

    /** Creates a registry of these tasks. Their names must be unique. */
    public TaskRegistry(Collection<TaskDefinition> definitions) {
        this(definitions, true);
    }

    /** Returns a registry for a sender that need not know all the tasks that it sends. */
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

    /** Returns descriptions of the tasks for operators. */
    public TaskCatalogue catalogue() {
        return new Catalogue(this);
    }

    /** Returns a probe that checks whether there is at least one task. */
    public HealthProbe probe() {
        return new TasksProbe(this);
    }

    /** Whether a task that is missing here can exist only in another application. */
    public boolean isComplete() {
        return isComplete;
    }

    /** Returns the task with this name. */
    public Optional<TaskDefinition> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Returns the type of the result of the task with this name; empty if neither a task of this application nor a call
     * through an interface has told it.
     */
    public Optional<ResultType> resultType(String name) {
        return find(name).map(TaskDefinition::resultType).or(() -> interfaces.resultType(name));
    }

    /**
     * Returns the task that the method reference names: a task of this application or, through a method of an
     * interface, any application's.
     *
     * @throws TaskNotFoundException if the reference refers to no task, or to several tasks
     */
    public ReferredTask referred(TaskMethod<?> reference) {
        Method method = references.method(reference).method();
        Optional<ReferredTask> shared = byMethod.containsKey(method) ? Optional.empty() : interfaces.find(method);
        return shared.map(task -> byName.containsKey(task.name()) ? task.here() : task)
                .orElseGet(() -> ReferredTask.of(get(reference)));
    }

    /**
     * Returns the task of this application that the method reference refers to.
     *
     * @throws TaskNotFoundException if the reference refers to no task, or to several tasks
     */
    public TaskDefinition get(TaskMethod<?> reference) {
        MethodReferences.Referred referred = references.method(reference);
        Method method = referred.method();
        List<TaskDefinition> found = byMethod.getOrDefault(method, List.of());
        if (found.isEmpty()) {
            throw new TaskNotFoundException(
                    "The method " + method.getDeclaringClass().getName() + "." + method.getName()
                            + " is not a task of this application. Annotate the method with @AbakusTask, on a bean in a"
                            + " bean archive; on an interface, with the task's name");
        }
        return found.size() == 1 ? found.get(0) : ofBean(referred, found);
    }

    /** Returns the task of the referenced bean class. Several beans inherit the method, and each has its own task. */
    private static TaskDefinition ofBean(MethodReferences.Referred referred, List<TaskDefinition> found) {
        return found.stream()
                .filter(definition -> definition.beanClass() == referred.through())
                .findFirst()
                .orElseThrow(() -> new TaskNotFoundException("The method "
                        + referred.through().getName() + "." + referred.method().getName() + " is the body of "
                        + found.size() + " tasks, because several beans inherit it: "
                        + found.stream().map(TaskDefinition::name).sorted().collect(Collectors.joining(", "))
                        + ". Refer to the method through the class of the bean that you mean"));
    }

    /** Returns the exception for an unknown name. It suggests the closest known name. */
    public TaskNotFoundException notFound(String name) {
        return new TaskNotFoundException("No task is called '" + name + "' here"
                + NearestName.of(name, byName.keySet())
                        .map(nearest -> "; did you mean '" + nearest + "'? ")
                        .orElse("; this application has no tasks. ")
                + "To send a task to another application's worker, name the worker's queue");
    }

    /** Returns all tasks, ordered by name. */
    public Collection<TaskDefinition> all() {
        return byName.values();
    }
}
