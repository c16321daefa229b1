package no.abakus.tasks.deployment;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.abakus.tasks.AbakusTask;

/** A method that somebody marked as a task. */
record TaskCandidate(Class<?> beanClass, Method method, AbakusTask annotation) {

    private record Signature(String name, List<Class<?>> parameters) {}

    /** Those of a class, inherited ones included; a method that is overridden is what the overriding one says, task or not. */
    static List<TaskCandidate> of(Class<?> beanClass) {
        List<TaskCandidate> found = new ArrayList<>();
        Set<Signature> seen = new HashSet<>();
        for (Class<?> declaring = beanClass; declaring != null; declaring = declaring.getSuperclass()) {
            for (Method method : declaring.getDeclaredMethods()) {
                // A client proxy's or generic's bridge repeats the annotation of the method it stands for.
                if (!method.isBridge()
                        && seen.add(new Signature(method.getName(), List.of(method.getParameterTypes())))) {
                    AbakusTask annotation = method.getAnnotation(AbakusTask.class);
                    if (annotation != null) {
                        found.add(new TaskCandidate(beanClass, method, annotation));
                    }
                }
            }
        }
        return found;
    }

    String name() {
        return annotation.name().equals(AbakusTask.UNSET) ? where() : annotation.name();
    }

    /** The class and the method, as the author would look for them. */
    String where() {
        return beanClass.getName() + "." + method.getName();
    }

    /** What keeps the method from being a task, if anything does. */
    Optional<String> problem() {
        int modifiers = method.getModifiers();
        for (int forbidden : new int[] {Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL}) {
            if ((modifiers & forbidden) != 0) {
                return Optional.of("Task " + where() + " is " + Modifier.toString(forbidden)
                        + ", so that no worker can call it through its bean's proxy; make it a plain method that is"
                        + " at least package-private.");
            }
        }
        return Optional.empty();
    }
}
