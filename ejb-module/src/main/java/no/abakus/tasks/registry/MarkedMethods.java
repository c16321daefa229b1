package no.abakus.tasks.registry;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.abakus.tasks.AbakusTask;

/** Finds the methods of a bean class that are marked as tasks. */
public final class MarkedMethods {

    private record Signature(String name, List<Class<?>> parameters) {
        Signature(Method method) {
            this(method.getName(), List.of(method.getParameterTypes()));
        }
    }

    private MarkedMethods() {}

    /**
     * Returns the marked methods of the class, including inherited methods. If a method is overridden, the overriding
     * method decides.
     */
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
     * Whether the method is a bridge that only widens access. A compiler generates two kinds of bridge methods, and
     * copies the annotations to both. One kind is for a method that overrides a generic method. The other kind, which
     * is meant here, is for a method inherited from a less public class.
     */
    private static boolean onlyWidensAccess(Method method, Class<?> declaring) {
        return method.isBridge()
                && Arrays.stream(declaring.getDeclaredMethods())
                        .noneMatch(other -> !other.isBridge()
                                && other.getName().equals(method.getName())
                                && other.getParameterCount() == method.getParameterCount());
    }
}
