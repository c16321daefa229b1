package no.abakus.tasks.testing;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.registry.MarkedMethods;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskParameters;
import no.abakus.tasks.worker.RequestStack;

/** Finds the tasks of an ordinary object by their annotations, inherited ones included, as discovery does with beans. */
final class AnnotatedTasks {

    private AnnotatedTasks() {}

    static List<TaskDefinition> of(Object bean, RequestStack requests) {
        List<TaskDefinition> found = MarkedMethods.of(bean.getClass()).stream()
                .map(method -> definition(bean, method, method.getAnnotation(AbakusTask.class), requests))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    bean.getClass().getName() + " has no task: annotate its methods with @AbakusTask");
        }
        return found;
    }

    private static TaskDefinition definition(Object bean, Method method, AbakusTask said, RequestStack requests) {
        String name =
                said.name().equals(AbakusTask.UNSET) ? bean.getClass().getName() + "." + method.getName() : said.name();
        TaskAttributes attributes = new TaskAttributes(
                Optional.of(said.queue()).filter(queue -> !queue.equals(AbakusTask.UNSET)),
                said.priority(),
                said.typing(),
                said.maxRetries(),
                Duration.parse(said.retryDelay()));
        return new TaskDefinition(
                name,
                attributes,
                bean.getClass(),
                method,
                TaskParameters.of(method),
                new PlainTarget(bean, method, requests));
    }
}
