package no.abakus.tasks.deployment;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.config.ServerConfig;
import no.abakus.tasks.config.StartupProblems;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskParameters;
import no.abakus.tasks.transport.jms.TaskListener;
import no.abakus.tasks.worker.TaskInterceptor;

/**
 * Finds the tasks and the consumed queues in all bean archives of the application, whichever module they are in; and has
 * all that is wrong with them or with configuration reported in one text, before any bean is made.
 */
public class TaskDiscovery implements Extension {

    private final List<TaskCandidate> candidates = new ArrayList<>();
    private final List<Class<?>> markedTypes = new ArrayList<>();
    private final Set<String> consumedDestinations = new TreeSet<>();
    private final Map<Class<?>, Bean<?>> beans = new HashMap<>();
    private DeploymentPlan plan;
    private List<TaskDefinition> definitions = List.of();

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
        ConsumedQueue.of(type.getAnnotatedType().getJavaClass()).ifPresent(consumedDestinations::add);
    }

    void reportProblems(@Observes AfterBeanDiscovery event) {
        StartupProblems problems = new StartupProblems();
        for (Class<?> type : markedTypes) {
            problems.add(
                    "The class " + type.getName() + " is marked as a task; a task is a method, so mark the methods.");
        }
        plan = DeploymentPlan.of(ServerConfig.source(), candidates, consumedDestinations, problems);
        if (!problems.isEmpty()) {
            event.addDefinitionError(new DeploymentException(problems.report()));
        }
    }

    /** A session bean raises this event as well, so that each class is seen once. */
    void collectBeans(@Observes ProcessManagedBean<?> event) {
        beans.put(event.getBean().getBeanClass(), event.getBean());
    }

    void define(@Observes AfterDeploymentValidation event, BeanManager manager) {
        StartupProblems problems = new StartupProblems();
        List<TaskDefinition> found = new ArrayList<>();
        for (TaskCandidate task : candidates) {
            Bean<?> bean = beans.get(task.beanClass());
            if (bean == null) {
                problems.add("Task " + task.where() + " is of a class that is no bean: give it a scope such as"
                        + " @ApplicationScoped, and a constructor that CDI can call.");
            } else {
                found.add(new TaskDefinition(
                        task.name(),
                        plan.attributes().get(task),
                        task.beanClass(),
                        task.method(),
                        TaskParameters.of(task.method()),
                        new CdiTarget(manager, bean, task.method())));
            }
        }
        if (!problems.isEmpty()) {
            event.addDeploymentProblem(new DeploymentException(problems.report()));
        }
        definitions = List.copyOf(found);
    }

    /** What was found of configuration and queues. */
    DeploymentPlan plan() {
        return plan;
    }

    /** The tasks that were found. */
    List<TaskDefinition> definitions() {
        return definitions;
    }
}
