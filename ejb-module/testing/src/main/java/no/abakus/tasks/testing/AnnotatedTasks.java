package no.abakus.tasks.testing;

import java.lang.reflect.Method;
import java.util.List;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.registry.AttributeReader;
import no.abakus.tasks.registry.MarkedMethods;
import no.abakus.tasks.registry.TaskAttributes;
import no.abakus.tasks.registry.TaskDefinition;
import no.abakus.tasks.registry.TaskParameters;
import no.abakus.tasks.worker.RequestStack;

/**
 * Finds the tasks of an ordinary object by their annotations, as discovery does for beans. Finds inherited tasks, too.
 */
final class AnnotatedTasks {

    private AnnotatedTasks() {}

    static List<TaskDefinition> of(Class<?> type, Object bean, RequestStack requests) {
        List<TaskDefinition> found = MarkedMethods.of(type).stream()
                .map(method -> definition(type, bean, method, method.getAnnotation(AbakusTask.class), requests))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(type.getName() + " has no task; annotate its methods with @AbakusTask");
        }
        return found;
    }

    private static TaskDefinition definition(
            Class<?> type, Object bean, Method method, AbakusTask said, RequestStack requests) {
        String name = said.name().equals(AbakusTask.UNSET) ? type.getName() + "." + method.getName() : said.name();
        TaskAttributes attributes = TaskAttributes.read(AttributeReader.of(method.toString(), said));
        return new TaskDefinition(
                name, attributes, type, method, TaskParameters.of(method), new PlainTarget(bean, method, requests));
    }
}
