package no.abakus.tasks.registry;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.abakus.tasks.AbakusTask;

/** Which methods of a bean's class are marked as tasks. */
public final class MarkedMethods {

    private record Signature(String name, List<Class<?>> parameters) {
        Signature(Method method) {
            this(method.getName(), List.of(method.getParameterTypes()));
        }
    }

    private MarkedMethods() {}

    /** Those of the class, inherited ones too; of a method that is overridden the overriding one decides, marked or not. */
    public static List<Method> of(Class<?> beanClass) {
        List<Method> found = new ArrayList<>();
        Set<Signature> decided = new HashSet<>();
        for (Class<?> declaring = beanClass; declaring != null; declaring = declaring.getSuperclass()) {
            for (Method method : declaring.getDeclaredMethods()) {
                if (!onlyWidensAccess(method, declaring)
                        && decided.add(new Signature(method))
                        && !method.isBridge()
                        && method.isAnnotationPresent(AbakusTask.class)) {
                    found.add(method);
                }
            }
        }
        return found;
    }

    /**
     * A compiler adds two kinds of bridges, and gives both the annotations of what they stand for: one to a method of the same
     * class that overrides a generic one, and one to a method that a class inherits from another that is less public.
     */
    private static boolean onlyWidensAccess(Method method, Class<?> declaring) {
        return method.isBridge()
                && Arrays.stream(declaring.getDeclaredMethods())
                        .noneMatch(other -> !other.isBridge()
                                && other.getName().equals(method.getName())
                                && other.getParameterCount() == method.getParameterCount());
    }
}
