package no.abakus.tasks.registry;

import java.lang.invoke.MethodHandleInfo;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.abakus.tasks.TaskMethod;
import no.abakus.tasks.TaskNotFoundException;

/**
 * Finds the method behind a reference such as {@code Mailer::send}. A serializable reference has a serialized form,
 * which names the method. Each method reference in the code has a class of its own, so one lookup per class is enough.
 * Those classes live as long as the application, and so does this cache.
 */
final class MethodReferences {

    /**
     * A method, and the class through which it was referenced. That class is the bean's class, and may inherit the
     * method, as in {@code Sub::inherited}.
     */
    record Referred(Class<?> through, Method method) {}

    private final Map<Class<?>, Referred> resolved = new ConcurrentHashMap<>();

    Referred method(TaskMethod<?> reference) {
        Referred known = resolved.get(reference.getClass());
        return known != null ? known : resolved.computeIfAbsent(reference.getClass(), type -> resolve(reference));
    }

    private static Referred resolve(TaskMethod<?> reference) {
        SerializedLambda form = serializedForm(reference);
        if (form.getImplMethodName().startsWith("lambda$")) {
            throw new TaskNotFoundException("A lambda does not name a task. Pass a reference to the task's method, such"
                    + " as Mailer::send, and then its arguments");
        }
        if (form.getCapturedArgCount() > 0) {
            throw new TaskNotFoundException("The reference is to the method " + form.getImplMethodName()
                    + " of one particular object, but a task runs on a bean of the worker. Write "
                    + simpleName(form) + "::" + form.getImplMethodName() + ", with the class's name");
        }
        if (form.getImplMethodKind() == MethodHandleInfo.REF_invokeStatic) {
            throw new TaskNotFoundException("The method " + simpleName(form) + "." + form.getImplMethodName()
                    + " is static, so it belongs to no bean, but a task is a method of a bean");
        }
        return find(form, reference.getClass().getClassLoader());
    }

    private static SerializedLambda serializedForm(TaskMethod<?> reference) {
        try {
            Method writeReplace = reference.getClass().getDeclaredMethod("writeReplace");
            writeReplace.setAccessible(true);
            return (SerializedLambda) writeReplace.invoke(reference);
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new TaskNotFoundException(
                    "An object of " + reference.getClass().getName() + " does not name a task. Pass a reference to"
                            + " the task's method, such as Mailer::send",
                    e);
        }
    }

    private static Referred find(SerializedLambda form, ClassLoader loader) {
        String className = form.getImplClass().replace('/', '.');
        try {
            Class<?> named = Class.forName(className, false, loader);
            MethodType type = MethodType.fromMethodDescriptorString(form.getImplMethodSignature(), loader);
            // A compiler may name the declaring class, but the type of the reference contains the bean's own class.
            Class<?> through = MethodType.fromMethodDescriptorString(form.getInstantiatedMethodType(), loader)
                    .parameterType(0);
            for (Class<?> declaring = named; declaring != null; declaring = declaring.getSuperclass()) {
                for (Method method : declaring.getDeclaredMethods()) {
                    // Some bridges only widen the access to a method. The method itself is then in a superclass.
                    if (!method.isBridge()
                            && method.getName().equals(form.getImplMethodName())
                            && method.getReturnType() == type.returnType()
                            && MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                                    .equals(type)) {
                        return new Referred(through, method);
                    }
                }
            }
        } catch (ClassNotFoundException e) {
            throw new TaskNotFoundException("The class " + className + " of the method reference cannot be loaded", e);
        }
        throw new TaskNotFoundException("The class " + className + " has no method " + form.getImplMethodName());
    }

    private static String simpleName(SerializedLambda form) {
        return form.getImplClass().substring(form.getImplClass().lastIndexOf('/') + 1);
    }
}
