package no.abakus.tasks.message;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import no.abakus.jackson.databind.ObjectMapper;

/**
 * Presents an annotation of the host's Jackson as the annotation of the same name in our Jackson. The host is the
 * application. Our Jackson is the copy inside Abakus, in packages with other names.
 */
final class HostAnnotation implements InvocationHandler {

    private static final String OURS = "no.abakus.jackson.";
    private static final String THEIRS = "com.fasterxml.jackson.";

    private final Annotation theirs;

    private HostAnnotation(Annotation theirs) {
        this.theirs = theirs;
    }

    /** Returns the name of the host's annotation type. If our type does not belong to Jackson, returns its own name. */
    static String nameOf(Class<? extends Annotation> ours) {
        String name = ours.getName();
        return name.startsWith(OURS) ? THEIRS + name.substring(OURS.length()) : name;
    }

    /**
     * Returns the type of this name; null if the class {@code from} cannot see the type, and so cannot be annotated
     * with it.
     */
    static Class<? extends Annotation> typeNamed(String name, Class<?> from) {
        try {
            return Class.forName(name, false, from.getClassLoader()).asSubclass(Annotation.class);
        } catch (ClassNotFoundException | LinkageError | ClassCastException e) {
            return null;
        }
    }

    /** Returns a view of the host's annotation with our type. */
    static <A extends Annotation> A as(Class<A> ours, Annotation theirs) {
        return ours.cast(
                Proxy.newProxyInstance(ours.getClassLoader(), new Class<?>[] {ours}, new HostAnnotation(theirs)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws ReflectiveOperationException {
        if (method.getDeclaringClass() == Object.class || method.getParameterCount() > 0) {
            return method.getName().equals("equals")
                    ? proxy == args[0]
                    : Object.class.getMethod(method.getName()).invoke(theirs);
        }
        if (method.getName().equals("annotationType")) {
            return proxy.getClass().getInterfaces()[0];
        }
        try {
            Method same = theirs.annotationType().getMethod(method.getName());
            return converted(same.invoke(theirs), method.getReturnType());
        } catch (NoSuchMethodException e) {
            // The host's Jackson is older, and its annotation lacks this member.
            return method.getDefaultValue();
        }
    }

    private static Object converted(Object value, Class<?> type) {
        if (type.isArray()) {
            Object all = Array.newInstance(type.getComponentType(), Array.getLength(value));
            for (int i = 0; i < Array.getLength(value); i++) {
                Array.set(all, i, converted(Array.get(value, i), type.getComponentType()));
            }
            return all;
        }
        if (type.isAnnotation()) {
            return as(type.asSubclass(Annotation.class), (Annotation) value);
        }
        if (value instanceof Enum<?> constant) {
            return constantOf(type, constant.name());
        }
        return value instanceof Class<?> theirs ? ourClass(theirs) : value;
    }

    private static Object constantOf(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("Abakus knows no " + type.getSimpleName() + "." + name
                + "; the Jackson of the application is newer than that of Abakus");
    }

    /**
     * Returns our Jackson's class for a class of the host's Jackson, such as the default {@code JsonSerializer.None}.
     */
    private static Class<?> ourClass(Class<?> theirs) {
        if (!theirs.getName().startsWith(THEIRS)) {
            return theirs;
        }
        try {
            return Class.forName(
                    OURS + theirs.getName().substring(THEIRS.length()), false, ObjectMapper.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return theirs;
        }
    }
}
