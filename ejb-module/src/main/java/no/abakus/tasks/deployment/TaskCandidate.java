package no.abakus.tasks.deployment;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import no.abakus.tasks.AbakusTask;
import no.abakus.tasks.registry.MarkedMethods;

/** A method that is annotated as a task. */
record TaskCandidate(Class<?> beanClass, Method method, AbakusTask annotation) {

    /** Returns the candidates of a bean's class. */
    static List<TaskCandidate> of(Class<?> beanClass) {
        return MarkedMethods.of(beanClass).stream()
                .map(method -> new TaskCandidate(beanClass, method, method.getAnnotation(AbakusTask.class)))
                .toList();
    }

    String name() {
        return annotation.name().equals(AbakusTask.UNSET) ? where() : annotation.name();
    }

    /** The class and the method, as the author can find them in the source. */
    String where() {
        return beanClass.getName() + "." + method.getName();
    }

    /** Returns the reason why the method cannot be a task; empty if it can be one. */
    Optional<String> problem() {
        int modifiers = method.getModifiers();
        for (int forbidden : new int[] {Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL}) {
            if ((modifiers & forbidden) != 0) {
                return Optional.of("Task " + where() + " is " + Modifier.toString(forbidden)
                        + ", so no worker can call the method through its bean's proxy; use an instance method that is"
                        + " neither private nor final.");
            }
        }
        return Optional.empty();
    }
}
