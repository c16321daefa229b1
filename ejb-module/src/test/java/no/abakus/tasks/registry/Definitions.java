package no.abakus.tasks.registry;

import java.lang.reflect.Method;
import java.util.Arrays;

/** Task definitions made from methods of ordinary classes. */
final class Definitions {

    private Definitions() {}

    /** A task with the method of this name, called {@code task.<name>}; it cannot be run. */
    static TaskDefinition of(Class<?> type, String methodName) {
        Method method = Arrays.stream(type.getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(methodName) && !candidate.isBridge())
                .findFirst()
                .orElseThrow();
        return new TaskDefinition(
                "task." + methodName,
                TaskAttributes.DEFAULTS,
                type,
                method,
                TaskParameters.of(method),
                new Unreachable(type.getClassLoader()));
    }

    private record Unreachable(ClassLoader loader) implements TaskTarget {
        @Override
        public Object invoke(Object[] arguments) {
            throw new AssertionError("Nobody runs it");
        }
    }
}
