package no.abakus.tasks.deployment;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ObserverMethod;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.abakus.logging.Log;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.TaskQueue;
import no.abakus.tasks.config.ServerConfig;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.engine.Formats;
import no.abakus.tasks.module.TaskModules;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskParameters;
import no.abakus.tasks.server.FoundServer;
import no.abakus.tasks.spi.TaskCompressor;
import no.abakus.tasks.spi.TaskRouter;
import no.abakus.tasks.spi.TaskSerializer;
import no.abakus.tasks.tracing.Tracing;
import no.abakus.tasks.transport.jms.ControlTopic;
import no.abakus.tasks.transport.jms.ExpiredQueue;
import no.abakus.tasks.transport.jms.NewsTopic;
import no.abakus.tasks.transport.jms.QueueNames;
import no.abakus.tasks.transport.jms.TaskListener;
import no.abakus.tasks.worker.Hooks;
import no.abakus.tasks.worker.TaskInterceptor;

/**
 * Finds the tasks and the consumed queues in the bean archives of all modules of the application. Reports problems with
 * them and with the configuration together, before the application starts.
 */
public class TaskDiscovery implements Extension {

    private static final Log log = Log.get("no.abakus.tasks");

    private final List<TaskCandidate> candidates = new ArrayList<>();
    private final List<Class<?>> markedTypes = new ArrayList<>();
    private final Map<String, ConsumedQueue> consumed = new TreeMap<>();
    private final Map<String, Set<String>> listeners = new HashMap<>();
    private final Map<String, String> declared = new TreeMap<>();
    private final Map<Class<?>, Bean<?>> beans = new HashMap<>();
    private final List<ObserverMethod<?>> observers = new ArrayList<>();
    private boolean isDeployed;
    private DeploymentPlan plan;
    private Formats formats;
    private TaskModules modules;
    private Destinations destinations;
    private boolean areListenersLate;
    private NameOnServer nameOnServer;
    private List<TaskDefinition> definitions = List.of();
    private Tracing tracing = Tracing.OFF;

    /**
     * Notices that the task system itself is deployed. CDI finds extensions on the whole class path, but beans only in
     * bean archives. So a test may run this extension in a container without the task system, such as Weld with the
     * test kit.
     */
    void noticeTaskSystem(@Observes ProcessAnnotatedType<TaskSystem> type) {
        isDeployed = true;
    }

    void collectTasks(@Observes @WithAnnotations(AbakusTask.class) ProcessAnnotatedType<?> type) {
        Class<?> beanClass = type.getAnnotatedType().getJavaClass();
        if (beanClass.isAnnotationPresent(AbakusTask.class) && beanClass != TaskInterceptor.class) {
            markedTypes.add(beanClass);
        }
        if (Modifier.isAbstract(beanClass.getModifiers())) {
            return;
        }
        candidates.addAll(TaskCandidate.of(beanClass));
    }

    void collectQueues(@Observes ProcessAnnotatedType<? extends TaskListener> type) {
        Class<? extends TaskListener> listener = type.getAnnotatedType().getJavaClass();
        ConsumedQueue.of(listener).ifPresent(queue -> {
            consumed.put(queue.name(), queue);
            listeners.computeIfAbsent(queue.name(), name -> new TreeSet<>()).add(listener.getName());
        });
    }

    void collectDeclaredQueues(@Observes @WithAnnotations(TaskQueue.class) ProcessAnnotatedType<?> type) {
        Class<?> declaring = type.getAnnotatedType().getJavaClass();
        for (TaskQueue queue : declaring.getAnnotationsByType(TaskQueue.class)) {
            declared.put(queue.name(), declaring.getName());
        }
    }

    void reportProblems(@Observes AfterBeanDiscovery event) {
        if (!isDeployed) {
            return;
        }
        StartupProblems problems = new StartupProblems();
        SharedLogging.check(problems);
        SendersJar.check(TaskDiscovery.class.getClassLoader(), problems);
        for (Class<?> type : markedTypes) {
            problems.add("The class " + type.getName()
                    + " is annotated with @AbakusTask, but only a method can be a task;" + " annotate its methods.");
        }
        declared.forEach((queue, declaring) -> {
            if (!consumed.containsKey(queue)) {
                problems.add("The class " + declaring + " declares the queue '" + queue + "', but was compiled without"
                        + " the processor that generates the queue's listener. Add no.abakus:abakus-tasks-processor to"
                        + " the compiler's annotationProcessorPaths and compile the class again.");
            }
        });
        plan = DeploymentPlan.of(ServerConfig.source(), candidates, consumed.keySet(), problems);
        nameOnServer = NameOnServer.take(plan.config().application().name(), problems);
        if (!problems.isEmpty()) {
            event.addDefinitionError(new DeploymentException(problems.report()));
        }
    }

    /** Collects the beans. Session beans are included, because their event is a subtype of this one. */
    void collectBeans(@Observes ProcessManagedBean<?> event) {
        beans.put(event.getBean().getBeanClass(), event.getBean());
    }

    /**
     * Collects the observers of task hooks. This method receives the observers of all events, so it selects those that
     * observe hooks.
     */
    void collectHooks(@Observes ProcessObserverMethod<?, ?> event) {
        if (ObservedHooks.isOne(event.getObserverMethod())) {
            observers.add(event.getObserverMethod());
        }
    }

    void define(@Observes AfterDeploymentValidation event, BeanManager manager) {
        if (!isDeployed) {
            return;
        }
        StartupProblems problems = new StartupProblems();
        formats = FormatChecks.checked(plan, userBeans(manager), problems);
        modules =
                TaskModules.of(candidates.stream().map(TaskCandidate::beanClass).toList());
        List<TaskDefinition> found = new ArrayList<>();
        for (TaskCandidate task : candidates) {
            Bean<?> bean = beans.get(task.beanClass());
            if (bean == null) {
                problems.add("Task " + task.where() + " is in a class that is not a bean. Give the class a scope such"
                        + " as @ApplicationScoped, and a constructor that CDI can call.");
            } else {
                found.add(new TaskDefinition(
                        task.name(),
                        plan.attributes().get(task),
                        task.beanClass(),
                        task.method(),
                        TaskParameters.of(task.method(), task.beanClass()),
                        new CdiTarget(manager, bean, task.method(), modules.of(task.beanClass()))));
            }
        }
        tracing = FoundTracer.among(beans.values(), manager, problems);
        if (!problems.isEmpty()) {
            event.addDeploymentProblem(new DeploymentException(problems.report()));
        }
        destinations = Destinations.of(plan.config().application().name(), consumed.values());
        areListenersLate =
                !destinations.point(FoundServer.ofThisProcess()).missing().isEmpty();
        definitions = List.copyOf(found);
        plan.contradictions()
                .forEach(one ->
                        log.warning("task_attributes_contradict", "task_name", one.task(), "detail", one.detail()));
    }

    void leave(@Observes BeforeShutdown event) {
        if (nameOnServer != null) {
            nameOnServer.release();
        }
    }

    /** The checked configuration and queues. */
    DeploymentPlan plan() {
        return plan;
    }

    /** The application's queues and topics at the broker. */
    Destinations destinations() {
        return destinations;
    }

    /** Whether listeners may start before they have their destinations. */
    boolean areListenersLate() {
        return areListenersLate;
    }

    /** The class names of all listeners, by consumed queue or topic. */
    Map<String, Set<String>> allListeners() {
        Map<String, Set<String>> all = new HashMap<>(listeners);
        all.put(QueueNames.EXPIRED, Set.of(ExpiredQueue.class.getName()));
        all.put("topic control", Set.of(ControlTopic.class.getName()));
        all.put("topic events", Set.of(NewsTopic.class.getName()));
        return all;
    }

    /** The class names of the listeners of tasks, by consumed queue. */
    Map<String, Set<String>> listeners() {
        return listeners;
    }

    private static UserBeans userBeans(BeanManager manager) {
        Instance<Object> beans = manager.createInstance();
        return new UserBeans(
                beans.select(TaskSerializer.class).stream().toList(),
                beans.select(TaskCompressor.class).stream().toList(),
                beans.select(TaskRouter.class).stream().toList());
    }

    /** The observers of task hooks. */
    Hooks hooks() {
        return new ObservedHooks(observers);
    }

    /** The formats of message bodies, and the routing of calls. */
    Formats formats() {
        return formats;
    }

    /** Traces sends and runs, if the application has a tracer. */
    Tracing tracing() {
        return tracing;
    }

    /** The web modules that contain the tasks. */
    TaskModules modules() {
        return modules;
    }

    /** The tasks that were found. */
    List<TaskDefinition> definitions() {
        return definitions;
    }
}
